// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/rendering/styles.h>
#include <app/windows/colourmenu.h>
#include <app/windows/mainwindow.h>
#include <app/windows/systemcolours.h>
#include <tests/support/schema.h>
#include <widgets/painting/colours.h>
#include <widgets/painting/markpainter.h>

#include <QApplication>
#include <QMenuBar>
#include <QPainter>
#include <QSettings>
#include <QStandardPaths>
#include <QStyle>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Windows;

class TestSystemColours : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void namesSchemesBothWays();
    void givesTextAllTheContrastOfHighContrast_data();
    void givesTextAllTheContrastOfHighContrast();
    void knowsHighContrastByThePalette();
    void keepsTextOnMarksLegibleInHighContrast();
    void drawsMarksThickerInHighContrast();
    void choosesColoursFromTheMenuAndRemembersThem();

private:
    SystemColours &colours()
    {
        if (!m_colours)
            m_colours = std::make_unique<SystemColours>(*qApp);
        return *m_colours;
    }
    std::unique_ptr<SystemColours> m_colours;
};

void TestSystemColours::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("Quoth"));
    QCoreApplication::setApplicationName(QStringLiteral("quoth-test-colours"));
    QSettings().clear();
}

void TestSystemColours::cleanup() { colours().setScheme(ColourScheme::System); }

void TestSystemColours::namesSchemesBothWays()
{
    for (const auto scheme : {ColourScheme::System, ColourScheme::Light, ColourScheme::Dark, ColourScheme::ContrastLight, ColourScheme::ContrastDark})
        QVERIFY(colourSchemeFromString(toString(scheme)) == scheme);
    QVERIFY(!colourSchemeFromString(u"pink"));
}

void TestSystemColours::givesTextAllTheContrastOfHighContrast_data()
{
    QTest::addColumn<int>("scheme");
    QTest::addColumn<double>("least");
    QTest::newRow("light") << int(ColourScheme::Light) << 4.5;
    QTest::newRow("dark") << int(ColourScheme::Dark) << 4.5;
    QTest::newRow("high contrast, light") << int(ColourScheme::ContrastLight) << 7.0;
    QTest::newRow("high contrast, dark") << int(ColourScheme::ContrastDark) << 7.0;
}

void TestSystemColours::givesTextAllTheContrastOfHighContrast()
{
    QFETCH(int, scheme);
    QFETCH(double, least);
    const QPalette palette = paletteOf(ColourScheme(scheme));
    const std::pair<QPalette::ColorRole, QPalette::ColorRole> pairs[]
        = {{QPalette::WindowText, QPalette::Window},   {QPalette::Text, QPalette::Base},     {QPalette::Text, QPalette::AlternateBase},
           {QPalette::ButtonText, QPalette::Button},   {QPalette::Link, QPalette::Base},     {QPalette::PlaceholderText, QPalette::Base},
           {QPalette::ToolTipText, QPalette::ToolTipBase}};
    for (const auto &[text, ground] : pairs) {
        const qreal contrast = Widgets::contrast(palette.color(text), palette.color(ground));
        QVERIFY2(contrast >= least, qPrintable(QStringLiteral("%1 on %2: %3").arg(text).arg(ground).arg(contrast)));
    }
    QVERIFY(Widgets::contrast(Widgets::softText(palette), palette.color(QPalette::Base)) >= least);
    if (least < 7)
        return;
    QVERIFY(Widgets::contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= least);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        QVERIFY(Widgets::contrast(palette.color(QPalette::Disabled, role), palette.color(QPalette::Disabled, QPalette::Window)) >= least);
}

void TestSystemColours::knowsHighContrastByThePalette()
{
    QVERIFY(Widgets::isHighContrast(paletteOf(ColourScheme::ContrastLight)));
    QVERIFY(Widgets::isHighContrast(paletteOf(ColourScheme::ContrastDark)));
    QVERIFY(!Widgets::isHighContrast(paletteOf(ColourScheme::Light)));
    QVERIFY(!Widgets::isHighContrast(paletteOf(ColourScheme::Dark)));
    QVERIFY(!Widgets::isHighContrast(qApp->style()->standardPalette()));
    QVERIFY(Widgets::isDark(paletteOf(ColourScheme::ContrastDark)));
    QVERIFY(!Widgets::isDark(paletteOf(ColourScheme::ContrastLight)));
}

void TestSystemColours::keepsTextOnMarksLegibleInHighContrast()
{
    for (const auto scheme : {ColourScheme::ContrastLight, ColourScheme::ContrastDark}) {
        const QPalette palette = paletteOf(scheme);
        for (const auto &style : Rendering::stylesOf(Test::defaultSchema(), Widgets::isDark(palette))) {
            QImage image(40, 40, QImage::Format_RGB32);
            image.fill(palette.color(QPalette::Base));
            QPainter painter(&image);
            const Widgets::MarkPainter mark(style, palette, 1);
            // Two of them, one in the other, both in hand.
            mark.paintFill(painter, {QRectF(4, 4, 32, 32), true, true}, Widgets::Highlight(), true);
            mark.paintFill(painter, {QRectF(4, 4, 32, 32), true, true}, Widgets::Highlight(), true);
            painter.end();
            const qreal contrast = Widgets::contrast(palette.color(QPalette::Text), image.pixelColor(20, 20));
            QVERIFY2(contrast >= 7, qPrintable(style.title + QStringLiteral(" %1").arg(contrast)));
        }
    }
}

void TestSystemColours::drawsMarksThickerInHighContrast()
{
    const auto ink = [](const QPalette &palette, const Widgets::HighlightStyle &style) {
        QImage image(60, 40, QImage::Format_RGB32);
        image.fill(palette.color(QPalette::Base));
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        Widgets::MarkPainter(style, palette, 1).paintLines(painter, {QRectF(8, 8, 44, 20), true, true}, Widgets::Highlight(), false);
        painter.end();
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += 255 - qGray(image.pixel(x, y)); // on white
        }
        return count;
    };
    for (const auto &style : Rendering::stylesOf(Test::defaultSchema(), false)) {
        const int plain = ink(paletteOf(ColourScheme::Light), style);
        const int heavy = ink(paletteOf(ColourScheme::ContrastLight), style);
        QVERIFY2(heavy * 10 >= plain * 12, qPrintable(QStringLiteral("%1: %2, %3").arg(style.title).arg(plain).arg(heavy)));
    }
}

void TestSystemColours::choosesColoursFromTheMenuAndRemembersThem()
{
    MainWindow window(QStringLiteral("tester"));
    window.setColours(colours());
    window.QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto action = [&window](const char *id) {
        const QList<QAction *> actions = window.allActions();
        return *std::find_if(actions.begin(), actions.end(), [id](const QAction *a) { return a->objectName() == QLatin1String(id); });
    };
    QVERIFY(action("colours.system")->isChecked());
    // Through the menu bar by keys: View, Colours, the fifth.
    QAction *view = nullptr;
    for (QAction *menu : window.menuBar()->actions()) {
        if (menu->text() == QStringLiteral("&View"))
            view = menu;
    }
    QVERIFY(view);
    QMenu *choices = nullptr;
    const QList<QAction *> entries = view->menu()->actions();
    for (const QAction *entry : entries) {
        if (entry->text() == QStringLiteral("Colours"))
            choices = entry->menu();
    }
    QVERIFY(choices);
    QCOMPARE(choices->actions().size(), 5);
    choices->popup(window.mapToGlobal(QPoint(20, 20)));
    QTest::keyClick(choices, Qt::Key_Up);
    QTest::keyClick(choices, Qt::Key_Return);
    QVERIFY(colours().scheme() == ColourScheme::ContrastDark);
    QVERIFY(action("colours.contrastDark")->isChecked());
    QTRY_COMPARE(window.palette().color(QPalette::Window), QColor(Qt::black));
    QVERIFY(ColourMenu::remembered() == ColourScheme::ContrastDark);
    action("colours.system")->trigger();
    QTRY_VERIFY(window.palette().color(QPalette::Window) != QColor(Qt::black));
}

QTEST_MAIN(TestSystemColours)
#include "test_systemcolours.moc"
