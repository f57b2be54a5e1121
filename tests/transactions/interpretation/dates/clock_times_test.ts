import { assertEquals } from "@std/assert";
import {
  dayAndTime,
  secondsOfDay,
} from "../../../../src/transactions/interpretation/dates/clock_times.ts";

const seconds = (text: string) => dayAndTime(text).seconds;

Deno.test("dayAndTime: 12 AM is midnight, and no clock shows 25:00 or 13 AM", () => {
  const hours = ["12 am", "12:00 pm", "1:30 a.m.", "11 p. m.", "13:00 am", "25:00", "10:60"];
  assertEquals(
    hours.map((time) => seconds(`1/5/2024 ${time}`) / 3600),
    [0, 12, 1.5, 23, NaN, NaN, NaN],
  );
});

Deno.test("dayAndTime: day, time and zone in the forms of programs", () => {
  assertEquals(dayAndTime("2024-01-05t15:45:30.123z"), {
    day: "2024-01-05",
    seconds: 56_730,
    zone: "z",
  });
  assertEquals(dayAndTime("20240105t1545+0100"), {
    day: "20240105",
    seconds: 56_700,
    zone: "+0100",
  });
  assertEquals(dayAndTime("mon jan 5 15:45:30 cet 2024").zone, "cet");
  assertEquals(dayAndTime("2024-01-05"), { day: "2024-01-05", seconds: 0 });
});

Deno.test("secondsOfDay: numbers are hours and minutes, with seconds where the column has them", () => {
  assertEquals([...secondsOfDay(["1545", "5", "2360"])], [56_700, 300, NaN]);
  assertEquals([...secondsOfDay(["154530", "5", "1545"])], [56_730, 5, 945]);
  assertEquals([...secondsOfDay(["0.5", "0", "x"])], [43_200, 0, NaN]);
});
