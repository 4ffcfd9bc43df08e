// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keysheet.h"

#include "actiongroups.h"
#include "keytips.h"
#include "shortcuts.h"

#include <widgets/keytext.h>
#include <widgets/painting/colours.h>

#include <QCoreApplication>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHash>

#include <algorithm>

namespace Quoth::Windows {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Quoth::Windows::KeySheet)
};

struct Row
{
    QStringList keys;
    QString text;
    QString mouse;
};

struct Section
{
    QString title;
    QList<Row> rows;
};

QStringList keysOf(const QAction &action)
{
    QStringList keys;
    const QList<QKeySequence> shortcuts = action.shortcuts();
    for (const QKeySequence &shortcut : shortcuts)
        keys.append(Widgets::keyName(shortcut));
    keys.removeDuplicates();
    return keys;
}

QString mouseFor(const QString &id)
{
    static const QHash<QString, const char *> known = {
        {QStringLiteral("review.accept"), QT_TRANSLATE_NOOP("Quoth::Windows::KeySheet", "Accept on the card")},
        {QStringLiteral("review.reject"), QT_TRANSLATE_NOOP("Quoth::Windows::KeySheet", "Reject on the card")},
        {QStringLiteral("review.fix"), QT_TRANSLATE_NOOP("Quoth::Windows::KeySheet", "Fix on the card")},
        {QStringLiteral("item.take"), QT_TRANSLATE_NOOP("Quoth::Windows::KeySheet", "click it, again for the next there")},
        {QStringLiteral("item.letGo"), QT_TRANSLATE_NOOP("Quoth::Windows::KeySheet", "click beside it")},
        {QStringLiteral("view.zoomIn"), QT_TRANSLATE_NOOP("Quoth::Windows::KeySheet", "Ctrl and wheel")},
        {QStringLiteral("view.zoomOut"), QT_TRANSLATE_NOOP("Quoth::Windows::KeySheet", "Ctrl and wheel")},
        {QStringLiteral("speaker.set"), QT_TRANSLATE_NOOP("Quoth::Windows::KeySheet", "in the inspector")},
        {QStringLiteral("note.edit"), QT_TRANSLATE_NOOP("Quoth::Windows::KeySheet", "in the inspector")}};
    const auto found = known.find(id);
    return found == known.end() ? QString() : Words::tr(*found);
}

/// Many actions that do the same for each label take one row: "Ctrl+1 … Ctrl+5".
Row familyRow(const QList<const QAction *> &family, const QString &text)
{
    const QString first = keysOf(*family.constFirst()).constFirst();
    const QString last = keysOf(*family.constLast()).constFirst();
    return {{first == last ? first : first + QStringLiteral(" \u2026 ") + last}, text, {}};
}

Section sectionOf(const ActionGroup &group)
{
    Section section{group.title, {}};
    QList<const QAction *> extend;
    QList<const QAction *> brush;
    for (const QAction *action : group.actions) {
        const QString id = action->objectName();
        if (action->shortcut().isEmpty())
            continue;
        if (id.startsWith(u"extend."))
            extend.append(action);
        else if (id.startsWith(u"brush."))
            brush.append(action);
        else
            section.rows.append({keysOf(*action), plainText(*action), Shortcuts::followsSchema(id) && id.startsWith(u"label.") ? Words::tr("click it in the bar") : mouseFor(id)});
    }
    if (!extend.isEmpty())
        section.rows.append(familyRow(extend, Words::tr("Add the selected words to the span in hand")));
    if (!brush.isEmpty())
        section.rows.append(
            familyRow(brush, Words::tr("Label all that is selected with the mouse, until the key is pressed again")));
    return section;
}

QList<Section> gestures()
{
    return {{Words::tr("The caret in the article"),
             {{{Words::tr("Arrow keys")}, Words::tr("Move the caret; with Shift select"), Words::tr("click")},
              {{Words::tr("Ctrl and arrows")}, Words::tr("By words"), {}},
              {{Words::tr("Home, End")}, Words::tr("Beginning and end of the line; with Ctrl, of the article"), {}}}},
            {Words::tr("With the mouse"),
             {{{Words::tr("Click")}, Words::tr("A word, or the highlight there; again for the next highlight"), {}},
              {{Words::tr("Double click")}, Words::tr("Select a word; a third click its sentence"), {}},
              {{Words::tr("Drag")}, Words::tr("Select whole words; with Alt single characters"), {}},
              {{Words::tr("Right click")}, Words::tr("A menu of all that can be done there"), {}}}}};
}

QList<Section> allSections(const QList<QAction *> &actions)
{
    QList<Section> sections;
    const QList<ActionGroup> groups = groupedActions(actions);
    for (const ActionGroup &group : groups)
        sections.append(sectionOf(group));
    return sections + gestures();
}

QString keyOfCommands(const QList<QAction *> &actions)
{
    for (const QAction *action : actions) {
        if (action->objectName() == u"window.commands")
            return keyOrName(*action);
    }
    return {};
}

/// With joiners, since a plus sign would let a line end within a key.
QString unbroken(QString key)
{
    key.replace(u' ', u'\u00A0');
    return key.replace(u'+', QStringLiteral("\u2060+\u2060"));
}

/// The cells of a row of a table, which Qt sets from left to right whatever the direction is.
QString inOrder(QStringList cells)
{
    if (QGuiApplication::isRightToLeft())
        std::reverse(cells.begin(), cells.end());
    return cells.join(QString());
}

QString htmlOf(const Section &section, const QString &chip, const QString &soft, int keyWidth)
{
    QString html
        = QStringLiteral(
              "<p style='margin-top:7px; margin-bottom:2px'><b>%1</b></p><table width='100%' cellspacing='0' cellpadding='1'>")
              .arg(section.title.toHtmlEscaped());
    for (const Row &row : section.rows) {
        QStringList keys;
        for (const QString &key : row.keys)
            keys.append(QStringLiteral("<span style='background-color:%1; white-space:nowrap'>&nbsp;%2&nbsp;</span>").arg(chip, unbroken(key).toHtmlEscaped()));
        QString text = row.text.toHtmlEscaped();
        if (!row.mouse.isEmpty())
            text += QStringLiteral("\u00A0<span style='color:%1'>\u00B7 %2</span>").arg(soft, row.mouse.toHtmlEscaped());
        const QString key = QStringLiteral("<td width='%1'%2>%3</td>")
                                .arg(keyWidth)
                                .arg(QGuiApplication::isRightToLeft() ? QStringLiteral(" align='right' style='padding-left:8px'")
                                                                      : QStringLiteral(" style='padding-right:8px'"),
                                     keys.join(u' '));
        html += QStringLiteral("<tr>%1</tr>").arg(inOrder({key, QStringLiteral("<td>%1</td>").arg(text)}));
    }
    return html + QStringLiteral("</table>");
}

} // namespace

int widestKey(const QList<QAction *> &actions, const QFontMetrics &metrics)
{
    int widest = 0;
    const QList<Section> sections = allSections(actions);
    for (const Section &section : sections) {
        for (const Row &row : section.rows) {
            for (const QString &key : row.keys)
                widest = std::max(widest, metrics.horizontalAdvance(u' ' + key + u' '));
        }
    }
    return widest + 12;
}

QString keySheet(const QList<QAction *> &actions, const QString &search, int columns, const QPalette &palette, int keyWidth)
{
    const QStringList words = search.split(u' ', Qt::SkipEmptyParts);
    QList<Section> sections = allSections(actions);
    double height = 0;
    for (Section &section : sections) {
        section.rows.removeIf([&words](const Row &row) {
            const QString all = row.keys.join(u' ') + u' ' + row.text + u' ' + row.mouse;
            return !std::all_of(words.begin(), words.end(), [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
        });
    }
    sections.removeIf([](const Section &section) { return section.rows.isEmpty(); });
    if (sections.isEmpty())
        return QStringLiteral("<p>%1</p>").arg(Words::tr("No key does that. %1 finds actions without a key, too.", "a key").arg(keyOfCommands(actions)).toHtmlEscaped());
    // In rows: a long text takes more lines, as do many keys; a heading takes two.
    const auto lines = [](const Section &section) {
        double sum = 2;
        for (const Row &row : section.rows)
            sum += std::max<double>(1 + double(row.text.size() + row.mouse.size()) / 34, double(row.keys.size()));
        return sum;
    };
    for (const Section &section : std::as_const(sections))
        height += lines(section);

    const QString chip = Widgets::mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.13).name();
    const QString soft = Widgets::softText(palette).name();
    QStringList cells{QString()};
    double filled = 0;
    for (const Section &section : std::as_const(sections)) {
        const double own = lines(section);
        // Into the next column once its middle would lie beyond this one's share.
        if (cells.size() < columns && filled > 0 && filled + own / 2 > height / columns * double(cells.size()))
            cells.append(QString());
        cells.last() += htmlOf(section, chip, soft, keyWidth);
        filled += own;
    }
    for (QString &cell : cells)
        cell = QStringLiteral("<td width='%1%' valign='top' style='padding-right:16px'>%2</td>").arg(100 / columns).arg(cell);
    while (cells.size() < columns) // so that the others keep their share
        cells.append(QStringLiteral("<td width='%1%'></td>").arg(100 / columns));
    return QStringLiteral("<table width='100%' cellspacing='0' cellpadding='0'><tr>%1</tr></table>").arg(inOrder(cells));
}

} // namespace Quoth::Windows
