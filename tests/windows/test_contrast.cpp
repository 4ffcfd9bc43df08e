// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/rendering/colouring.h>
#include <app/rendering/styles.h>
#include <app/windows/softlabel.h>
#include <app/windows/systemcolours.h>
#include <tests/support/schema.h>
#include <widgets/painting/colours.h>
#include <widgets/painting/markpainter.h>

#include <QApplication>
#include <QImage>
#include <QMetaEnum>
#include <QPainter>
#include <QStandardPaths>
#include <QStyle>
#include <QStyleOption>
#include <QtTest>

#include <algorithm>
#include <functional>

using namespace Quoth;
using namespace Quoth::Widgets;
using namespace Quoth::Windows;

namespace {

constexpr qreal forText = 4.5; // WCAG 2.1, 1.4.3
constexpr qreal forMarks = 3.0; // 1.4.11
constexpr ColourScheme schemes[] = {ColourScheme::Light, ColourScheme::Dark, ColourScheme::ContrastLight, ColourScheme::ContrastDark};

struct Figure
{
    QString group; ///< a line of the table
    QString what;
    qreal contrast;
    qreal least;
};
using Figures = QList<Figure>;

void add(Figures &figures, const char *group, const QString &what, const QColor &colour, const QColor &ground, qreal least = forText)
{
    figures.append({QLatin1String(group), what, contrast(colour, ground), least});
}

void add(Figures &figures, const char *group, const QPalette &palette, QPalette::ColorRole text, QPalette::ColorRole ground)
{
    const auto name = [](QPalette::ColorRole role) { return QLatin1String(QMetaEnum::fromType<QPalette::ColorRole>().valueToKey(role)); };
    for (const auto group_ : {QPalette::Active, QPalette::Inactive})
        add(figures, group, QStringLiteral("%1 on %2").arg(name(text), name(ground)), palette.color(group_, text), palette.color(group_, ground));
}

QImage paper(const QColor &ground)
{
    QImage image(90, 60, QImage::Format_RGB32);
    image.fill(ground);
    return image;
}

/// Of what was drawn, that of its strongest pixel: the others are where a line is smoothed.
qreal strongest(const QImage &image, const QColor &ground)
{
    qreal most = 1;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            most = std::max(most, contrast(image.pixelColor(x, y), ground));
    }
    return most;
}

const MarkRun run{QRectF(20, 15, 50, 24), true, true};

qreal contrastOfMark(const HighlightStyle &style, const QPalette &palette, bool tentative)
{
    const QColor base = palette.color(QPalette::Base);
    QImage image = paper(base);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    Highlight highlight;
    highlight.tentative = tentative;
    MarkPainter(style, palette, 1).paintLines(painter, run, highlight, false);
    painter.end();
    return strongest(image, base);
}

/// Of text that stands in a highlight within another one, both in hand.
qreal contrastOnFills(const HighlightStyle &outer, const HighlightStyle &inner, const QPalette &palette)
{
    QImage image = paper(palette.color(QPalette::Base));
    QPainter painter(&image);
    MarkPainter(outer, palette, 1).paintFill(painter, run, Highlight(), true);
    MarkPainter(inner, palette, 1).paintFill(painter, run, Highlight(), true);
    painter.end();
    return contrast(palette.color(QPalette::Text), image.pixelColor(45, 27));
}

qreal contrastOfFocus(const QPalette &palette, QPalette::ColorRole ground)
{
    QImage image = paper(palette.color(ground));
    QPainter painter(&image);
    QStyleOptionFocusRect option;
    option.palette = palette;
    option.rect = QRect(10, 10, 60, 30);
    option.state = QStyle::State_Enabled | QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange;
    option.backgroundColor = palette.color(ground);
    QApplication::style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter);
    painter.end();
    return strongest(image, palette.color(ground));
}

/// Of the outline of what is ticked or typed into, from the ground that it stands on.
qreal contrastOfOutline(const QPalette &palette, QPalette::ColorRole ground, const std::function<void(QPainter &)> &draw)
{
    const QColor around = palette.color(ground);
    QImage image = paper(around);
    QPainter painter(&image);
    draw(painter);
    painter.end();
    return strongest(image, around);
}

void addOutlines(Figures &figures, const QPalette &palette)
{
    QStyleOptionButton button;
    button.palette = palette;
    button.rect = QRect(10, 10, 14, 14);
    button.state = QStyle::State_Enabled | QStyle::State_Off;
    QStyleOptionComboBox combo;
    combo.palette = palette;
    combo.rect = QRect(10, 10, 60, 26);
    combo.state = QStyle::State_Enabled;
    combo.subControls = QStyle::SC_ComboBoxFrame;
    QStyleOptionFrame line;
    line.palette = palette;
    line.rect = combo.rect;
    line.lineWidth = 1;
    line.state = QStyle::State_Enabled | QStyle::State_Sunken;
    const QStyle *style = QApplication::style();
    figures.append(
        {QStringLiteral("outlines"), QStringLiteral("arrow of a toolbar that is too long"),
         contrastOfOutline(palette, QPalette::Window,
                           [&](QPainter &painter) {
                               style->standardIcon(QStyle::SP_ToolBarHorizontalExtensionButton).paint(&painter, 10, 10, 16, 16);
                           }),
         forMarks});
    for (const auto ground : {QPalette::Window, QPalette::Base}) {
        const auto add = [&](const char *what, const std::function<void(QPainter &)> &draw) {
            figures.append({QStringLiteral("outlines"), QLatin1String(what), contrastOfOutline(palette, ground, draw), forMarks});
        };
        add("box to tick", [&](QPainter &painter) { style->drawPrimitive(QStyle::PE_IndicatorCheckBox, &button, &painter); });
        add("box to tick in a list",
            [&](QPainter &painter) { style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &button, &painter); });
        add("one of several",
            [&](QPainter &painter) { style->drawPrimitive(QStyle::PE_IndicatorRadioButton, &button, &painter); });
        add("line to type into", [&](QPainter &painter) { style->drawPrimitive(QStyle::PE_FrameLineEdit, &line, &painter); });
        if (ground == QPalette::Window)
            add("list to open", [&](QPainter &painter) { style->drawComplexControl(QStyle::CC_ComboBox, &combo, &painter); });
    }
}

void addPalette(Figures &figures, const QPalette &palette)
{
    for (const auto &[text, ground] : std::initializer_list<std::pair<QPalette::ColorRole, QPalette::ColorRole>>{
             {QPalette::WindowText, QPalette::Window},
             {QPalette::WindowText, QPalette::Base},
             {QPalette::Text, QPalette::Base},
             {QPalette::Text, QPalette::AlternateBase},
             {QPalette::ButtonText, QPalette::Button},
             {QPalette::ToolTipText, QPalette::ToolTipBase}})
        add(figures, "text", palette, text, ground);
    add(figures, "links", palette, QPalette::Link, QPalette::Base);
    add(figures, "links", palette, QPalette::Link, QPalette::Window);
    add(figures, "placeholders", palette, QPalette::PlaceholderText, QPalette::Base);
    add(figures, "selected text", palette, QPalette::HighlightedText, QPalette::Highlight);
}

void addSecondaryText(Figures &figures, const QPalette &palette)
{
    const SoftLabel label(QStringLiteral("text"));
    const QColor soft = label.palette().color(label.foregroundRole());
    add(figures, "secondary text", QStringLiteral("a soft label on Window"), soft, palette.color(QPalette::Window));
    add(figures, "secondary text", QStringLiteral("a soft label on Base"), soft, palette.color(QPalette::Base));
    add(figures, "secondary text", QStringLiteral("key chips and legend"), softText(palette), palette.color(QPalette::Base));
    const QColor missing = legible(attentionColour(palette), palette.color(QPalette::Window), forText);
    add(figures, "secondary text", QStringLiteral("what was not found"), missing, palette.color(QPalette::Window));
}

/// Rows of lists as the delegates tint them, see articlelistdelegate, historydelegate and commandpalette.
void addRows(Figures &figures, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const QColor accent = palette.color(QPalette::Highlight);
    const QColor chosen = mixed(accent, base, isDark(palette) ? 0.34 : 0.2);
    add(figures, "rows in hand", QStringLiteral("title"), text, chosen);
    add(figures, "rows in hand", QStringLiteral("subtitle"), mixed(text, base, 0.8), chosen);
    add(figures, "rows in hand", QStringLiteral("command"), text, mixed(accent, base, isDark(palette) ? 0.4 : 0.24));
    add(figures, "rows in hand", QStringLiteral("subtitle under the pointer"), softText(palette), mixed(accent, base, 0.08));
    QColor selection = accent;
    selection.setAlphaF(isDark(palette) ? 0.5f : 0.34f);
    QImage image = paper(base);
    QPainter(&image).fillRect(image.rect(), selection);
    add(figures, "rows in hand", QStringLiteral("words selected in the article"), text, image.pixelColor(5, 5));
}

/// Cards and the buttons of labels, see cardpainter and labelpalette.
void addLabels(Figures &figures, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const QList<HighlightStyle> styles = Rendering::stylesOf(Test::defaultSchema(), isDark(palette));
    for (const HighlightStyle &style : styles) {
        const QColor colour = legible(style.colour, base);
        add(figures, "cards", style.title, text, mixed(colour, base, 0.06));
        add(figures, "cards", style.title + QStringLiteral(", its lines"), softText(palette), mixed(colour, base, 0.06));
        for (const qreal weight : {0.34, 0.26, 0.16, 0.07})
            add(figures, "buttons of labels", style.title, text, mixed(colour, base, weight));
        for (const HighlightStyle &inner : styles) {
            figures.append({QStringLiteral("text on highlights"), QStringLiteral("%1 in %2").arg(inner.title, style.title),
                            contrastOnFills(style, inner, palette), forText});
        }
        figures.append({QStringLiteral("marks"), style.title, contrastOfMark(style, palette, false), forMarks});
        figures.append({QStringLiteral("marks"), style.title + QStringLiteral(", suggested"), contrastOfMark(style, palette, true), forMarks});
    }
    for (int i = 1; i <= Rendering::givenColours; ++i) {
        const HighlightStyle style{QStringLiteral("speaker %1").arg(i), Rendering::givenColour(i), Mark::Box};
        figures.append({QStringLiteral("marks"), style.title, contrastOfMark(style, palette, false), forMarks});
    }
}

void addSigns(Figures &figures, const QPalette &palette)
{
    for (const auto role : {QPalette::Base, QPalette::Window}) {
        add(figures, "progress", QStringLiteral("done"), progressColour(palette), palette.color(role), forMarks);
        add(figures, "progress", QStringLiteral("waiting"), attentionColour(palette), palette.color(role), forMarks);
        add(figures, "focus", QStringLiteral("frame in a list or around the article"), palette.color(QPalette::Highlight), palette.color(role), forMarks);
        figures.append({QStringLiteral("focus"), QStringLiteral("ring"), contrastOfFocus(palette, role), forMarks});
    }
}

Figures figuresOf(const QPalette &palette)
{
    Figures figures;
    addPalette(figures, palette);
    addSecondaryText(figures, palette);
    addRows(figures, palette);
    addLabels(figures, palette);
    addSigns(figures, palette);
    addOutlines(figures, palette);
    return figures;
}

} // namespace

/// The contrasts of WCAG 2.1, level AA, in all colours that the program gives itself. What is disabled is excepted there.
class TestContrast : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void keepsTheContrastOfWcagInEveryScheme();

private:
    std::unique_ptr<SystemColours> m_colours;
};

void TestContrast::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_colours = std::make_unique<SystemColours>(*qApp);
}

void TestContrast::cleanupTestCase() { m_colours->setScheme(ColourScheme::System); }

void TestContrast::keepsTheContrastOfWcagInEveryScheme()
{
    QStringList groups;
    QHash<QString, QStringList> least; // by group, one a scheme
    QStringList faults;
    for (const ColourScheme scheme : schemes) {
        m_colours->setScheme(scheme);
        const Figures figures = figuresOf(QApplication::palette());
        QHash<QString, qreal> leastOfGroup;
        for (const Figure &figure : figures) {
            if (!groups.contains(figure.group))
                groups.append(figure.group);
            leastOfGroup[figure.group] = std::min(leastOfGroup.value(figure.group, 21), figure.contrast);
            if (figure.contrast < figure.least)
                faults.append(QStringLiteral("%1: %2, %3: %4 instead of %5")
                                  .arg(toString(scheme), figure.group, figure.what)
                                  .arg(figure.contrast, 0, 'f', 2)
                                  .arg(figure.least, 0, 'f', 1));
        }
        for (const QString &group : std::as_const(groups))
            least[group].append(QString::number(leastOfGroup.value(group), 'f', 1));
    }
    QString table = QStringLiteral("Least contrast").leftJustified(22);
    for (const ColourScheme scheme : schemes)
        table += toString(scheme).rightJustified(16);
    for (const QString &group : std::as_const(groups)) {
        table += u'\n' + group.leftJustified(22);
        const QStringList ofGroup = least.value(group);
        for (const QString &figure : ofGroup)
            table += figure.rightJustified(16);
    }
    qInfo("%s", qPrintable(table));
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(TestContrast)
#include "test_contrast.moc"
