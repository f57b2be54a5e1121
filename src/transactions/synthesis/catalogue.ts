import type { Random } from "../../numeric/random/random.ts";

/** A product that the synthesized shop sells. */
export interface SyntheticProduct {
  readonly productId: string;
  readonly description: string;
  /** List price in hundredths of the currency. */
  readonly price: number;
  /** Products of one theme are bought together. */
  readonly theme: number;
}

/** The shop's products, and how popular they are. */
export interface Catalogue {
  readonly products: readonly SyntheticProduct[];
  /** Cumulated popularity over all products, ending at 1. */
  readonly popularity: Float64Array;
  /** Positions of each theme's products, most popular first. */
  readonly themes: readonly (readonly number[])[];
  /** Cumulated popularity of the themes, ending at 1. */
  readonly themePopularity: Float64Array;
}

/** Names of a theme's pattern. */
const PATTERNS = [
  "POPPY FIELD",
  "BLUE HERON",
  "HARVEST MOON",
  "TIN ROBOT",
  "LAVENDER LANE",
  "PAPER LANTERN",
  "SLEEPY FOX",
  "HARBOUR STRIPE",
  "LEMON GROVE",
  "VINTAGE CIRCUS",
  "WOODLAND OWL",
  "COPPER KETTLE",
  "SNOWY VILLAGE",
  "PINK GINGHAM",
  "BOTANICAL FERN",
  "MIDNIGHT STAR",
  "OLD ORCHARD",
  "SEASIDE HUT",
  "ROSE ARBOUR",
  "LITTLE TRAIN",
  "WILLOW BIRD",
  "JOLLY BAKER",
  "MARKET DAY",
  "SILVER BIRCH",
  "RED TOADSTOOL",
  "SUNFLOWER",
  "CORAL REEF",
  "ROCKING HORSE",
  "FROSTED PINE",
  "TEA GARDEN",
]; // deno-fmt-ignore
/** Objects by the corner of the house they belong to, each with its usual price in hundredths. */
const OBJECTS: readonly (readonly (readonly [object: string, price: number])[])[] = [
  [["TEA TOWEL", 195], ["MUG", 165], ["SET OF 3 CAKE TINS", 495], ["TEAPOT", 675], ["OVEN GLOVE", 255], ["EGG CUP", 85], ["APRON", 425], ["JAM JAR LABELS", 42], ["RECIPE BOX", 375], ["PAPER NAPKINS, PACK OF 20", 65], ["MEASURING SPOONS", 145], ["CAKE STAND", 1275]],
  [["LUNCH BAG", 165], ["LUNCH BOX WITH CUTLERY", 255], ["WATER BOTTLE", 210], ["PENCIL CASE", 125], ["STICKER SHEET", 42], ["COLOURING BOOK", 145], ["RUCKSACK", 495], ["CHILD'S UMBRELLA", 325], ["SKIPPING ROPE", 125], ["ALPHABET BLOCKS", 795], ["BIRTHDAY CARD", 42], ["PARTY BUNTING", 495]],
  [["PLANT POT", 125], ["WATERING CAN", 425], ["HERB MARKERS", 65], ["BIRD FEEDER", 295], ["GARDEN THERMOMETER", 375], ["SEED TIN", 210], ["KNEELING PAD", 165], ["WIND CHIME", 195], ["LANTERN", 255], ["GARDENER'S GLOVES", 145], ["HANGING BASKET", 595], ["BUG HOTEL", 995]],
  [["CUSHION COVER", 375], ["T-LIGHT HOLDER", 85], ["PHOTO FRAME", 295], ["WALL CLOCK", 850], ["DOORMAT", 795], ["DRAWER KNOB", 125], ["SCENTED CANDLE", 195], ["STORAGE BOX", 255], ["HOT WATER BOTTLE", 495], ["COAT HOOK", 165], ["TABLE LAMP", 1695], ["FRIDGE MAGNET", 55]],
  [["GIFT WRAP", 42], ["GIFT TAGS", 29], ["RIBBON REEL", 85], ["WREATH", 595], ["TREE DECORATION", 85], ["STOCKING", 295], ["ADVENT CALENDAR", 425], ["SNOW GLOBE", 375], ["CRACKERS, BOX OF 6", 495], ["GREETING CARDS", 145], ["TABLE RUNNER", 650], ["CANDLE PLATE", 125]],
  [["JUMBO SHOPPER", 210], ["TRAVEL CARD HOLDER", 42], ["MAKE-UP BAG", 210], ["HAND CREAM", 165], ["SOAP BAR", 125], ["BATH SALTS", 255], ["POCKET MIRROR", 65], ["SLEEP MASK", 145], ["JEWELLERY BOX", 675], ["NOTEBOOK", 125], ["DRESSING GOWN", 1495], ["LUGGAGE TAG", 85]],
]; // deno-fmt-ignore
/** Colours and sizes that stretch the range: product ids of a variant end in a letter. */
const VARIANTS = ["", "IVORY ", "GREEN ", "LARGE ", "MINI "];
const THEME_SIZE = OBJECTS[0].length;
const THEMES = PATTERNS.length * OBJECTS.length;
/** The largest catalogue there are names for. */
const MAXIMUM_PRODUCTS = THEMES * THEME_SIZE * VARIANTS.length;

/**
 * Draws a catalogue of products in themes: a pattern on the objects of one corner of the house.
 *
 * Popularity follows Zipf's law over themes and over the products within a theme.
 *
 * @param random Source of random numbers; advanced.
 * @param count Number of products, 1 … 10,800.
 * @returns Products with distinct ids and descriptions, and their popularity.
 * @throws {RangeError} If there are no names for so many products.
 */
export function drawCatalogue(random: Random, count: number): Catalogue {
  if (!Number.isInteger(count) || count < 1 || count > MAXIMUM_PRODUCTS) {
    throw new RangeError(
      `Drawing a catalogue: products must be 1 … ${MAXIMUM_PRODUCTS}, got ${count}.`,
    );
  }
  const order = random.shuffle(Array.from({ length: THEMES }, (_, theme) => theme));
  const products: SyntheticProduct[] = [];
  const themes: number[][] = [];
  for (let serial = 0; products.length < count; serial++) {
    const size = Math.min(THEME_SIZE, count - products.length);
    themes.push(Array.from({ length: size }, (_, i) => products.length + i));
    const label = order[serial % THEMES];
    const objects = random.shuffle(OBJECTS[label % OBJECTS.length]).slice(0, size);
    for (const [object, usualPrice] of objects) {
      const variant = Math.floor(serial / THEMES);
      products.push({
        productId: productId(products.length % (THEMES * THEME_SIZE), variant),
        description: `${VARIANTS[variant]}${
          PATTERNS[Math.floor(label / OBJECTS.length)]
        } ${object}`,
        price: usualPrice,
        theme: serial,
      });
    }
  }
  const themePopularity = cumulate(themes.map((_, rank) => zipf(rank)));
  const popularity = cumulate(
    products.map(({ theme }, i) => zipf(theme) * zipf(i - themes[theme][0])),
  );
  return { products, popularity, themes, themePopularity };
}

/**
 * Draws a position from cumulated shares.
 *
 * @param random Source of random numbers; advanced.
 * @param cumulated Ascending numbers, the last one 1.
 * @returns A position, each as probable as its share.
 */
export function drawPosition(random: Random, cumulated: Float64Array): number {
  const share = random.next();
  let low = 0;
  let high = cumulated.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (share < cumulated[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Zipf–Mandelbrot weight: the hundredth rank is bought some twenty times less than the first. */
function zipf(rank: number): number {
  return 1 / (rank + 4);
}

function cumulate(weights: readonly number[]): Float64Array {
  const cumulated = new Float64Array(weights.length);
  weights.forEach((weight, i) => cumulated[i] = (cumulated[i - 1] ?? 0) + weight);
  return cumulated.map((sum) => sum / cumulated[weights.length - 1]);
}

/** Five digits scattered over the range (7919 is prime), some with a leading zero. */
function productId(serial: number, variant: number): string {
  const digits = String(1_000 + serial * 7919 % 99_000).padStart(5, "0");
  return variant === 0 ? digits : digits + "ABCDEF"[variant - 1];
}
