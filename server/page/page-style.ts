/** The small pages' style: tokens of the app (src/ui/tokens.scss; a test compares) and a few rules. */
import { Html } from './html';

export const PAGE_TOKENS = {
  red: '#c8161d',
  'red-soft': '#fcedec',
  ground: '#f6f4f1',
  surface: '#fff',
  line: '#e4dfd7',
  ink: '#1f1b16',
  'ink-soft': '#565047',
  green: '#1b7443',
  'green-soft': '#e8f4ed',
  amber: '#8a4f00',
  'amber-soft': '#fdf1dd',
} as const;

const variables = Object.entries(PAGE_TOKENS)
  .map(([name, value]) => `--${name}:${value}`)
  .join(';');

// Sizes in rem: they grow with the type a browser or a phone is set to, and with 大字版.
const RULES = `
*{box-sizing:border-box}
html{font-size:100%;-webkit-text-size-adjust:100%}
html.big{font-size:150%}
body{margin:0;background:var(--ground);color:var(--ink);line-height:1.6;overflow-wrap:anywhere;
font-family:system-ui,-apple-system,'PingFang SC','HarmonyOS Sans SC','Microsoft YaHei',
'Noto Sans SC',sans-serif}
main,header,footer{max-width:45rem;margin:0 auto;padding:0 1rem}
header{display:flex;align-items:center;gap:0 1rem;justify-content:space-between;padding:.25rem 1rem}
header a{flex:none}
header a,footer a{display:inline-flex;align-items:center;min-height:44px;padding:0 .25rem;
color:var(--ink-soft)}
.big header a,.big footer a{min-height:60px}
.brand{font-weight:600;color:var(--red)}
.demo{margin:0;padding:.25rem 1rem;text-align:center;background:var(--amber-soft);color:var(--amber)}
img{display:block;width:100%;height:auto;aspect-ratio:16/9;object-fit:cover;
border-radius:12px;background:var(--line)}
img+img{margin-top:.75rem}
h1{font-size:1.5rem;line-height:1.35;margin:1rem 0 .25rem}
h2{font-size:1.125rem;margin:1.5rem 0 .5rem}
p{margin:.5rem 0}
.soft{color:var(--ink-soft);font-size:.875rem}
.big .soft{font-size:1rem}
.card{background:var(--surface);border:1px solid var(--line);border-radius:12px;padding:.5rem 1rem}
.card>*+*{border-top:1px solid var(--line)}
.row{padding:.5rem 0;display:flex;flex-wrap:wrap;gap:0 1rem;justify-content:space-between}
a.row{color:inherit;min-height:44px;text-decoration:none}
a.row>:first-child{text-decoration:underline}
.text p{border:0}
.deeds{display:flex;flex-wrap:wrap;gap:.75rem;margin:1rem 0;padding:.5rem 0;position:sticky;bottom:0;
background:var(--ground)}
.big .deeds{position:static}
@media(max-height:480px){.deeds{position:static}}
.deed{flex:1 1 8rem;display:flex;align-items:center;justify-content:center;min-height:48px;padding:.5rem 1rem;
border-radius:12px;border:1px solid var(--red);color:var(--red);background:var(--surface);
text-decoration:none;font-weight:600;text-align:center}
.deed.main{background:var(--red);color:#fff}
.big .deed{min-height:64px}
a:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.verdict{border-radius:12px;padding:1rem;font-weight:600;background:var(--amber-soft);color:var(--amber)}
.verdict.valid{background:var(--green-soft);color:var(--green)}
.verdict.revoked{background:var(--red-soft);color:var(--red)}
.wide{overflow-x:auto}
table{width:100%;border-collapse:collapse}
th,td{padding:.4rem .25rem;text-align:right;border-bottom:1px solid var(--line);font-weight:400}
th:first-child{text-align:left;white-space:nowrap}
td{white-space:nowrap}
thead th{min-width:2.2em;overflow-wrap:normal;color:var(--ink-soft);font-size:.875rem}
tbody tr:first-child>*{font-weight:600}
dt{font-weight:600;padding-top:.5rem}
dd{margin:0 0 .5rem}
.code{display:none}
@media(min-width:720px){.code{display:flex;gap:1rem;align-items:center;margin:1.25rem 0}
.code svg{width:9rem;flex:none;border:1px solid var(--line);border-radius:8px}}
footer{padding:1rem 1rem 2rem;margin-top:1.5rem}
`;

export const PAGE_STYLE = new Html(`:root{${variables}}${RULES.replaceAll('\n', '')}`);
