/**
 * The respondent's page, whole: a phone first, no fonts to fetch, no scripts. Colours have a
 * contrast of 4.5:1 or better; what can be touched is 44 px high or more.
 */
export const FORM_PAGE_STYLE = `
:root{--ink:#1f2a37;--quiet:#566171;--line:#d5dbe3;--edge:#78838f;--main:#12506b;--band:#f3f7fa;--bad:#b3261e}
*{box-sizing:border-box}
body{margin:0;background:var(--band);color:var(--ink);font:18px/1.5 system-ui,"Segoe UI",Roboto,"PT Sans",sans-serif}
main{max-width:42rem;margin:0 auto;padding:1rem .75rem 3rem}
header,.q,.errors,.section{background:#fff;border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin:0 0 .75rem}
header{border-top:.5rem solid var(--main)}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .5rem;overflow-wrap:anywhere}
h2{font-size:1.25rem;line-height:1.3;margin:0}
p{margin:.25rem 0 0;white-space:pre-line;overflow-wrap:anywhere}
a{color:var(--main)}
.quiet,.help{color:var(--quiet);font-size:1rem}
fieldset{min-width:0;margin:0}
legend{float:left}
legend+*{clear:both}
.title{display:block;width:100%;padding:0;font-weight:700;overflow-wrap:anywhere}
.star{color:var(--bad)}
.help{margin:.25rem 0 0}
.error{color:var(--bad);font-weight:700}
.invalid{border-color:var(--bad);border-left-width:.4rem}
.choice{display:flex;gap:.75rem;align-items:center;min-height:2.75rem;padding:.35rem 0;cursor:pointer;overflow-wrap:anywhere}
.choices{margin-top:.5rem}
.scale{display:flex;flex-wrap:wrap;gap:.25rem}
.scale .choice{flex-direction:column;gap:.1rem;min-width:2.75rem;padding:.25rem}
input[type=radio],input[type=checkbox]{width:1.5rem;height:1.5rem;margin:0;flex:none;accent-color:var(--main)}
input:not([type=radio],[type=checkbox]),textarea,select{width:100%;max-width:100%;min-height:2.75rem;margin-top:.5rem;padding:.5rem .6rem;border:1px solid var(--edge);border-radius:.35rem;background:#fff;color:inherit;font:inherit}
input[type=date],input[type=time],input[type=datetime-local]{width:auto}
.other input:not([type=radio],[type=checkbox]){margin-top:0}
.parts{display:flex;gap:.75rem;margin-top:.5rem}
.parts label{flex:1}
.row{border:0;border-top:1px solid var(--line);padding:.75rem 0 0;margin:.75rem 0 0}
.row .title{font-weight:400}
.row .choices{margin-top:0}
.row .choices{display:flex;flex-wrap:wrap;gap:0 1.25rem}
:focus-visible{outline:3px solid var(--main);outline-offset:2px}
.errors{border:2px solid var(--bad)}
.errors ul{margin:.5rem 0 0;padding:0;list-style:none}
.errors a{display:inline-block;min-height:2.75rem;padding:.35rem 0;color:var(--bad)}
progress{display:block;width:100%;height:.6rem;margin-top:.35rem;accent-color:var(--main)}
.buttons{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.25rem}
button,.button{display:inline-block;min-height:3rem;padding:.6rem 1.5rem;border:1px solid var(--main);border-radius:.35rem;background:var(--main);color:#fff;font:inherit;font-weight:700;text-decoration:none;cursor:pointer}
button.second,a.second,.clear{background:#fff;color:var(--main)}
.clear{display:none;min-height:2.75rem;padding:.35rem .75rem;font-weight:400;border-color:transparent}
.q:has(input:checked) .clear{display:inline-block}
@media (prefers-contrast:more){.quiet,.help{color:var(--ink)}}
`.replaceAll('\n', '');
