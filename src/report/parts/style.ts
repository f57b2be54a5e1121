/**
 * The style sheet of the report: light, responsive and printable, with the fonts of the reader's
 * own system.
 */
export const STYLE = `
:root{--ink:#1c2733;--soft:#56636f;--line:#dde3e8;--paper:#fff;--back:#f4f6f8;--main:#0072b2}
*{box-sizing:border-box}
html{scroll-padding-top:56px;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--back);color:var(--ink);
font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif}
.page{max-width:1120px;margin:0 auto;padding:0 24px}
header{background:var(--paper);border-top:6px solid var(--main);padding:40px 0 28px}
.over{color:var(--main);font-weight:600;letter-spacing:.06em;text-transform:uppercase;
font-size:13px;margin:0}
h1{font-size:36px;line-height:1.15;letter-spacing:-.015em;margin:6px 0 8px;text-wrap:balance;
overflow-wrap:anywhere}
h2{font-size:26px;line-height:1.2;letter-spacing:-.01em;margin:0 0 6px}
h3{font-size:17px;line-height:1.3;margin:0 0 12px}
p{margin:0 0 12px;max-width:75ch}
.sub,.lead,figcaption,.note{color:var(--soft)}
.lead{font-size:17px;margin-bottom:20px}
nav{position:sticky;top:0;z-index:2;background:var(--paper);border-bottom:1px solid var(--line);
box-shadow:0 1px 3px rgba(28,39,51,.05)}
nav ol{display:flex;gap:22px;list-style:none;margin:0;padding:0 24px;overflow-x:auto;
white-space:nowrap}
nav a{display:block;padding:12px 0;color:var(--soft);text-decoration:none;font-size:14px;
font-weight:500}
nav a:hover,nav a:focus{color:var(--main)}
section{padding:40px 0 4px}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:14px;
margin:24px 0}
.card{background:var(--back);border-radius:10px;padding:14px 16px}
.card b{display:block;font-size:27px;line-height:1.2;letter-spacing:-.02em;
font-variant-numeric:tabular-nums;white-space:nowrap}
.card span{color:var(--soft);font-size:13.5px;line-height:1.35;display:block}
section .card{background:var(--paper);border:1px solid var(--line)}
.segments,.answers{display:grid;gap:14px;margin:14px 0 28px;
grid-template-columns:repeat(auto-fit,minmax(205px,1fr))}
.segment,.answer{border:1px solid var(--line);border-radius:10px;padding:14px 16px;
background:var(--paper)}
.segment{border-top:5px solid var(--colour)}
.segment h3,.answer h3{margin:0 0 8px}
.segment p,.answer p{font-size:14.5px;line-height:1.45;margin:8px 0 0}
.segment ul.traits{padding-left:18px;margin:8px 0 0;font-size:14.5px;line-height:1.45}
.share{display:grid;grid-template-columns:auto 1fr;gap:0 10px;font-size:13.5px;color:var(--soft);
align-items:center;margin:0}
.share dt{margin:0;white-space:nowrap}.share dd{margin:0;text-align:right;color:var(--ink);font-weight:600;
font-variant-numeric:tabular-nums}
.share svg{grid-column:1/-1;width:100%;height:6px;margin:1px 0 6px;display:block}
.answers{grid-template-columns:repeat(auto-fit,minmax(188px,1fr))}
.answer b{font-size:24px;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.answer b+span{color:var(--soft);font-size:13.5px;display:block}
figure{background:var(--paper);border:1px solid var(--line);border-radius:10px;
padding:20px 22px 16px;margin:0 0 20px;break-inside:avoid;min-width:0}
figcaption{margin-top:12px;padding-top:10px;border-top:1px solid var(--line);font-size:15px;
padding-right:max(0px,calc(100% - 80ch));overflow-wrap:anywhere}
.chart svg{display:block}
.small>svg{margin:0 auto}
.wide>svg{width:100%;max-width:1040px!important}
.narrow{display:none}.narrow>svg{margin:0 auto}
.small>svg{width:100%;max-width:420px!important}
.row{display:grid;gap:20px;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));
margin-bottom:20px}
.row figure,.row .panel{margin:0}
.scroll{overflow-x:auto}
.scroll:focus-visible{outline:2px solid var(--main);outline-offset:3px}
table{border-collapse:collapse;width:100%;font-size:14.5px;font-variant-numeric:tabular-nums;
background:var(--paper)}
.panel{background:var(--paper);border:1px solid var(--line);border-radius:10px;
padding:18px 22px 10px;margin:0 0 20px;break-inside:avoid}
.caption{margin:0 0 8px;font-weight:600;font-size:15.5px}
table+.note,.scroll+.note{margin-top:12px}
th,td{padding:7px 14px 7px 0;border-bottom:1px solid var(--line);vertical-align:top}
th:last-child,td:last-child{padding-right:2px}
thead th{color:var(--soft);font-size:13px;font-weight:600;vertical-align:bottom}
tbody th{font-weight:500;min-width:130px}
.text{text-align:left}.number{text-align:right;white-space:nowrap}
thead .number{white-space:normal}
.long{min-width:13em}
tbody tr:last-child>*{border-bottom:0}
tr.sum>*{font-weight:700;border-top:2px solid var(--ink)}
tr.baseline>*{color:var(--soft);background:#f8f9fa}
tr.best>*{font-weight:600}
tr.undone>*{color:var(--soft);background:#fdf6ef}
.tag{display:inline-block;font-size:11.5px;font-weight:600;line-height:1;padding:3px 7px;
border-radius:20px;background:#e4e8ec;color:var(--soft);white-space:nowrap}
.tag.best{background:#d9ebf6;color:#005a8c}
.notes{margin:6px 0 0;padding-left:18px;font-size:14px}
.notes li+li{margin-top:4px}
.engine{margin-right:6px;color:var(--soft);font-weight:400;font-size:13px}
.dot{display:inline-block;width:10px;height:10px;margin-right:7px;vertical-align:baseline}
.missing{background:#fff8e8;border:1px solid #f0dfb4;border-radius:10px;padding:12px 16px;
max-width:none;margin-bottom:20px}
ul.findings,ul.caveats{padding-left:20px;margin:0 0 20px;max-width:80ch}
ul.findings li,ul.caveats li{margin-bottom:6px}
footer{color:var(--soft);font-size:13.5px;padding:24px 0 48px}
@media screen and (max-width:640px){.wide{display:none}.narrow{display:block}}
@media(max-width:600px){
body{font-size:15.5px}.page{padding:0 14px}nav ol{padding:0 14px;gap:18px}
header{padding:24px 0 16px}h1{font-size:27px}h2{font-size:22px}section{padding-top:30px}
.cards{grid-template-columns:1fr 1fr;gap:10px}.card{padding:11px 13px}.card b{font-size:22px}
figure,.panel{padding:14px 14px 12px}}
@media print{
body{background:#fff;font-size:11pt}nav{display:none}.scroll{overflow:visible}
.wide>svg,.small>svg{min-width:0!important}header{padding-top:0;border:0}
section{padding-top:18pt}h2,h3,.lead,.sub,.caption{break-after:avoid}
.segments,.answers{grid-template-columns:repeat(auto-fit,minmax(150px,1fr))}
.segment,.answer,.card,tr{break-inside:avoid}.page{max-width:none;padding:0}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
