/** The look of the HTML report: quiet colours, system fonts, A4 when printed. */
export const style = `
:root { --ink: #1f2328; --quiet: #5b6470; --line: #cfd4da; --paper: #fff; --ground: #f4f5f3; --red: #a61b1b; --amber: #8a5a00; --blue: #1d4f7c; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.7 "Noto Serif SC", "Source Han Serif SC", "Songti SC", SimSun, serif; }
main { max-width: 1080px; margin: 24px auto; padding: 40px 48px 32px; background: var(--paper); border: 1px solid var(--line); border-top: 4px solid var(--red); }
header { text-align: center; }
.over { margin: 0; color: var(--quiet); }
h1 { margin: 4px 0 12px; font: 600 27px/1.4 "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", SimHei, sans-serif; letter-spacing: .12em; }
h2 { margin: 32px 0 10px; padding-left: 12px; border-left: 4px solid currentColor; font: 600 18px/1.5 "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", SimHei, sans-serif; }
h2 small { margin-left: 12px; color: var(--quiet); font-size: 13px; font-weight: 400; }
.sample { display: inline-block; margin: 0 0 12px; padding: 0 14px; border: 1px solid var(--red); color: var(--red); }
dl { display: grid; grid-template-columns: repeat(2, 1fr); margin: 8px 0 0; border-top: 1px solid var(--line); text-align: left; font-size: 14px; }
dl div { display: flex; border-bottom: 1px solid var(--line); }
dl div:nth-child(3) { grid-column: 1 / -1; }
dt { flex: 0 0 6em; padding: 4px 8px; background: var(--ground); color: var(--quiet); }
dd { margin: 0; padding: 4px 12px; }
.tally { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px; margin: 20px 0 0; padding: 0; list-style: none; }
.tally li { padding: 8px 0; border: 1px solid var(--line); text-align: center; color: var(--quiet); }
.tally b { display: block; font-size: 24px; line-height: 1.3; }
.tally .error b, section.error h2 { color: var(--red); }
.tally .pending b, section.pending h2 { color: var(--amber); }
.tally .person b, section.person h2 { color: var(--blue); }
.tally .note b, section.note h2, section.later h2 { color: var(--quiet); }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 14px; line-height: 1.6; }
th, td { padding: 6px 9px; border: 1px solid var(--line); vertical-align: top; text-align: left; overflow-wrap: anywhere; }
th { background: var(--ground); font-weight: 600; }
th:nth-child(1) { width: 3.4em; } th:nth-child(2) { width: 19%; } th:nth-child(4) { width: 26%; } th:nth-child(5) { width: 16%; }
td.no { text-align: center; }
td.basis { color: var(--quiet); font-size: 13px; }
.mark { display: inline-block; padding: 0 5px; border: 1px solid var(--amber); color: var(--amber); font-size: 12px; }
.other { margin: 4px 0 0; color: var(--quiet); font-size: 13px; }
.later ul { margin: 0; padding-left: 20px; }
.stage { color: var(--blue); }
.none { margin: 24px 0; padding: 14px; border: 1px solid var(--line); text-align: center; }
footer { margin-top: 36px; padding-top: 10px; border-top: 1px solid var(--line); color: var(--quiet); font-size: 12.5px; }
@page { size: A4; margin: 16mm 14mm; }
@media print { body { background: none; font-size: 10.5pt; } main { max-width: none; margin: 0; padding: 0; border: 0; } table { font-size: 9.5pt; } tr { break-inside: avoid; } thead { display: table-header-group; } h2 { break-after: avoid; } }
@media (max-width: 720px) { main { padding: 20px 14px; } dl, .tally { grid-template-columns: 1fr 1fr; } table { font-size: 13px; } th:nth-child(2) { width: 24%; } }
`
