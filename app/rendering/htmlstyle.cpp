// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "htmlstyle.h"

namespace Quoth::Rendering {

using Widgets::HighlightStyle;
using Widgets::Mark;

namespace {

const QString baseSheet = QStringLiteral(R"(
:root { --base: #fff; --text: #1c1c1c; --soft: #5f5f5f; --frame: #c8c8c8; }
body { background: var(--base); color: var(--text); font: 1.05rem/1.95 Georgia, "DejaVu Serif", serif; margin: 0; }
main { max-width: 66rem; margin: 0 auto; padding: 2rem 1.5rem; }
h1 { font-size: 1.55rem; line-height: 1.6; margin: 0; font-weight: bold; }
h1, .byline, .legend { max-width: 41rem; }
.byline, .legend, .cards { font-family: system-ui, "DejaVu Sans", sans-serif; line-height: 1.45; }
.byline { color: var(--soft); font-size: .8rem; margin: .2rem 0 1.2rem; }
.row { display: grid; grid-template-columns: minmax(0, 41rem) minmax(12rem, 1fr); column-gap: 2rem; align-items: start; }
.row p { margin: 0 0 .6rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.cards { list-style: none; margin: .3rem 0 .6rem; padding: 0; font-size: .8rem; }
.cards li { border: 1px solid var(--frame); border-inline-start: 4px solid var(--c); border-radius: 4px; padding: .3rem .6rem; margin-bottom: .4rem; }
.cards li.t { border-style: dashed; border-inline-start-style: solid; }
.cards .badge { float: inline-end; float: right; color: var(--soft); margin-inline-start: .5rem; }
.cards .nested { display: block; color: var(--soft); white-space: pre-wrap; }
.legend { list-style: none; padding: 0; margin: 1.5rem 0 0; display: flex; flex-wrap: wrap; gap: .6rem 1.2rem; font-size: .85rem; color: var(--soft); }
.legend .h { color: var(--text); }
.h { background: var(--f); -webkit-box-decoration-break: slice; box-decoration-break: slice; }
.h.t { background: var(--g); }
.d1 { padding-block: 2px; } .d2 { padding-block: 4px; } .d3 { padding-block: 6px; }
@media (max-width: 52rem) { .row { display: block; } }
@media print { main { padding: 0; } .cards li { break-inside: avoid; } }
)");

QString rgba(const QColor &colour, double alpha)
{
    return QStringLiteral("rgba(%1,%2,%3,%4)").arg(colour.red()).arg(colour.green()).arg(colour.blue()).arg(alpha);
}

/// How each mark is drawn; %1 is the class.
QString shapeOf(Mark mark)
{
    switch (mark) {
    case Mark::Box:
        return QStringLiteral("%1 { border-block: 1px solid var(--c); }\n"
                              "%1.o { border-inline-start: 1px solid var(--c); border-start-start-radius: 4px; border-end-start-radius: 4px; padding-inline-start: 2px; }\n"
                              "%1.e { border-inline-end: 1px solid var(--c); border-start-end-radius: 4px; border-end-end-radius: 4px; padding-inline-end: 2px; }\n"
                              "%1.t { border-style: dashed; }\n%1.t:not(.o) { border-inline-start: 0; }\n%1.t:not(.e) { border-inline-end: 0; }\n");
    case Mark::Dots:
        return QStringLiteral("%1 { border-bottom: 2px dotted var(--c); }\n");
    case Mark::Bar:
        return QStringLiteral("%1 { padding-block: 2px; }\n%1.o { border-inline-start: 4px solid var(--c); }\n%1.e { border-inline-end: 4px solid var(--c); }\n"
                              "%1.t { border-bottom: 1px dashed var(--c); }\n%1.t.o { border-inline-start-style: dashed; }\n"
                              "%1.t.e { border-inline-end-style: dashed; }\n");
    case Mark::Line:
        return QStringLiteral("%1 { background: none; border-bottom: 3px solid var(--c); padding-bottom: 1px; }\n"
                              "%1.t { background: none; border-bottom-style: dashed; }\n");
    case Mark::Wave:
        return QStringLiteral("%1 { background: none; text-decoration: underline wavy var(--c) 1.5px; text-underline-offset: 3px; }\n"
                              "%1.t { background: none; text-decoration-thickness: 1px; }\n");
    }
    return {};
}

QString coloursOf(const QList<HighlightStyle> &styles, bool dark)
{
    QString sheet;
    for (qsizetype i = 0; i < styles.size(); ++i) {
        const QColor colour = styles[i].colour;
        sheet += QStringLiteral(".l%1 { --c: %2; --f: %3; --g: %4; }\n")
                     .arg(i)
                     .arg(colour.name(), rgba(colour, dark ? 0.26 : 0.16), rgba(colour, dark ? 0.13 : 0.07));
    }
    return sheet;
}

} // namespace

QString styleSheet(const QList<HighlightStyle> &light, const QList<HighlightStyle> &dark)
{
    QString sheet = baseSheet + coloursOf(light, false);
    for (qsizetype i = 0; i < light.size(); ++i)
        sheet += shapeOf(light[i].mark).replace(QStringLiteral("%1"), QStringLiteral(".h.l%1").arg(i));
    return sheet
        + QStringLiteral("@media (prefers-color-scheme: dark) {\n"
                         ":root { --base: #1d1f22; --text: #e8e6e1; --soft: #a5a39e; --frame: #4a4d52; }\n%1}\n")
              .arg(coloursOf(dark, true));
}

} // namespace Quoth::Rendering
