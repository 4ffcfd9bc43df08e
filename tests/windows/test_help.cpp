// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <app/windows/contexthelp.h>
#include <app/windows/helpwindow.h>
#include <app/windows/keysdialog.h>
#include <app/windows/manualview.h>
#include <app/windows/systemcolours.h>

#include <QDialogButtonBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>
#include <QtTest>

#include <cmath>

using namespace Quoth;
using namespace Quoth::Windows;
using Quoth::Test::WindowFixture;

/// The manual in its window, by real keys and clicks, and what it says of the program.
class TestHelp : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::useOwnSettings("quoth-test-help"); }
    void cleanup() { QSettings().clear(); }

    void opensOnF1AndFollowsALink();
    void goesToTheHeadingsOfEveryLink();
    void findsWordsInAllChapters();
    void changesTheSizeOfTheText();
    void namesItsControls();
    void keepsLinesShortAndPicturesWithin();
    void followsThePalette_data();
    void followsThePalette();
    void opensTheChapterOfADialog();
    void everyTopicOfADialogIsInTheManual();
    void opensTheSheetOfKeysBesideIt();
    void everyMenuEntryOfTheManualIsThere();

private:
    /// The window of the manual after F1 in the article.
    static HelpWindow *open(WindowFixture &f);
    static void click(ManualView &page, const QString &words);
    static bool hasAnchor(const QTextDocument &document, const QString &anchor);
};

HelpWindow *TestHelp::open(WindowFixture &f)
{
    QTest::keyClick(&f.view(), Qt::Key_F1);
    auto *help = f.window().findChild<HelpWindow *>();
    if (!help)
        return nullptr;
    help->activateWindow(); // as window managers do with a new window
    return QTest::qWaitFor([help] { return QApplication::activeWindow() == help; }) ? help : nullptr;
}

void TestHelp::click(ManualView &page, const QString &words)
{
    QTextCursor found = page.document()->find(words);
    QVERIFY2(!found.isNull(), qPrintable(words));
    found.setPosition((found.selectionStart() + found.selectionEnd()) / 2);
    page.setTextCursor(found);
    page.ensureCursorVisible();
    QTest::mouseClick(page.viewport(), Qt::LeftButton, {}, page.cursorRect(found).center());
}

bool TestHelp::hasAnchor(const QTextDocument &document, const QString &anchor)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().anchorNames().contains(anchor))
                return true;
        }
    }
    return false;
}

void TestHelp::opensOnF1AndFollowsALink()
{
    WindowFixture f({{QStringLiteral("a"), QStringLiteral("A"), {}, QStringLiteral("Ann [C1:said] so.")}});
    HelpWindow *help = open(f);
    QVERIFY(help);
    QCOMPARE(help->page().manualPlace().chapter, QStringLiteral("index"));
    click(help->page(), QStringLiteral("First steps"));
    QCOMPARE(help->page().manualPlace(), (Rendering::ManualPlace{QStringLiteral("first-steps"), {}}));
    QVERIFY(help->page().toPlainText().startsWith(QStringLiteral("First steps")));
    QCOMPARE(help->findChild<QListWidget *>(QStringLiteral("help.chapters"))->currentItem()->text(),
             QStringLiteral("First steps"));
    QTest::keyClick(&help->page(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(help->page().manualPlace().chapter, QStringLiteral("index"));
    QTest::keyClick(&help->page(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(help->page().manualPlace().chapter, QStringLiteral("first-steps"));
    QTest::keyClick(&help->page(), Qt::Key_Escape);
    QVERIFY(!help->isVisible());
    // It comes again as it was left.
    f.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    QCOMPARE(open(f), help);
    QCOMPARE(help->page().manualPlace().chapter, QStringLiteral("first-steps"));
}

void TestHelp::goesToTheHeadingsOfEveryLink()
{
    QWidget owner;
    HelpWindow &help = HelpWindow::over(owner);
    for (const Rendering::ManualChapter &chapter : help.manual().chapters()) {
        for (const QString &link : chapter.links) {
            const auto place = Rendering::Manual::placeOf(link, chapter.name);
            if (!place)
                continue;
            help.showChapter(place->chapter, place->anchor);
            QCOMPARE(help.page().manualPlace(), *place);
            QVERIFY2(place->anchor.isEmpty() || hasAnchor(*help.page().document(), place->anchor),
                     qPrintable(chapter.name + u' ' + link));
        }
    }
    help.showChapter(QStringLiteral("formats"), QStringLiteral("offsets"));
    QVERIFY(QTest::qWaitForWindowExposed(&help));
    QTRY_VERIFY(help.page().verticalScrollBar()->value() > 0);
}

void TestHelp::findsWordsInAllChapters()
{
    WindowFixture f({{QStringLiteral("a"), QStringLiteral("A"), {}, QStringLiteral("Ann [C1:said] so.")}});
    HelpWindow *help = open(f);
    QVERIFY(help);
    QTest::keyClick(&help->page(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(help->searchField().hasFocus());
    QTest::keyClicks(&help->searchField(), QStringLiteral("offsets"));
    auto *results = help->findChild<QListWidget *>(QStringLiteral("help.results"));
    QVERIFY(results->isVisible() && results->count() > 1);
    QTest::keyClick(&help->searchField(), Qt::Key_Return);
    QCOMPARE(help->page().manualPlace(), (Rendering::ManualPlace{QStringLiteral("formats"), QStringLiteral("offsets")}));
    QVERIFY(help->page().markCount() > 1);
    const int first = help->page().currentMark();
    QVERIFY(first >= 0);
    QCOMPARE(help->page().extraSelections().size(), help->page().markCount());
    QTest::keyClick(&help->searchField(), Qt::Key_Return);
    QVERIFY(help->page().currentMark() != first || help->page().manualPlace().chapter != u"formats");
    // On and on through the other chapters that have the word.
    for (int i = 0; i < 60 && help->page().manualPlace().chapter == u"formats"; ++i)
        QTest::keyClick(&help->searchField(), Qt::Key_Return);
    QVERIFY(help->page().manualPlace().chapter != u"formats");
    QVERIFY(help->page().currentMark() >= 0);
    help->searchField().selectAll();
    QTest::keyClicks(&help->searchField(), QStringLiteral("xyzzy"));
    QCOMPARE(results->count(), 0);
    QCOMPARE(help->findChild<QLabel *>(QStringLiteral("help.found"))->text(), QStringLiteral("Nothing found"));
    QTest::keyClick(&help->searchField(), Qt::Key_Escape);
    QVERIFY(help->isVisible() && help->searchField().text().isEmpty());
    QCOMPARE(help->page().markCount(), 0);
    QVERIFY(!results->isVisible());
}

void TestHelp::changesTheSizeOfTheText()
{
    WindowFixture f({{QStringLiteral("a"), QStringLiteral("A"), {}, QStringLiteral("Ann [C1:said] so.")}});
    HelpWindow *help = open(f);
    QVERIFY(help);
    const qreal before = help->page().font().pointSizeF();
    QTest::keyClick(&help->page(), Qt::Key_Plus, Qt::ControlModifier);
    QTest::keyClick(&help->page(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(help->page().font().pointSizeF(), before + 2);
    QTest::keyClick(&help->page(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(help->page().font().pointSizeF(), before + 1);
    QTest::keyClick(&help->page(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(help->page().font().pointSizeF(), before);
}

void TestHelp::namesItsControls()
{
    QWidget owner;
    HelpWindow &help = HelpWindow::over(owner);
    help.showChapter();
    QCOMPARE(&HelpWindow::over(owner), &help);
    for (const QWidget *widget : help.findChildren<QWidget *>()) {
        if (widget->focusPolicy() != Qt::NoFocus && widget->isVisibleTo(&help))
            QVERIFY2(!widget->accessibleName().isEmpty(),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

void TestHelp::keepsLinesShortAndPicturesWithin()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("pictures")));
    // Of a picture with a palette of many colours, an even half was dithered when it was made smaller.
    QImage wide(1600, 40, QImage::Format_Indexed8);
    QList<QRgb> colours{qRgb(0xfa, 0xfa, 0xf5)};
    for (int i = 1; i < 256; ++i)
        colours.append(qRgb(i * 5 % 256, i * 3 % 256, i));
    wide.setColorTable(colours);
    wide.fill(0);
    for (int x = 0; x < 800; ++x) {
        for (int y = 0; y < 40; ++y)
            wide.setPixel(x, y, uint(1 + (x + y) % 255));
    }
    QVERIFY(wide.save(folder.filePath(QStringLiteral("pictures/wide.png"))));
    QFile chapter(folder.filePath(QStringLiteral("index.md")));
    QVERIFY(chapter.open(QIODevice::WriteOnly));
    chapter.write("# One\n\n![Wide](pictures/wide.png)\n");
    chapter.close();
    const Rendering::Manual manual(folder.path());
    ManualView view(manual);
    view.resize(1400, 500);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.goTo({QStringLiteral("index"), {}});
    for (const int width : {1400, 500}) {
        view.resize(width, 500);
        QCoreApplication::processEvents();
        const auto picture
            = view.document()->resource(QTextDocument::ImageResource, QUrl(QStringLiteral("pictures/wide.png"))).value<QImage>();
        const QTextFrameFormat frame = view.document()->rootFrame()->frameFormat();
        const double column = view.viewport()->width() - frame.leftMargin() - frame.rightMargin();
        const double shown = picture.width() / picture.devicePixelRatio();
        QVERIFY2(shown > 100 && shown <= column + 1, qPrintable(QStringLiteral("%1 in %2").arg(shown).arg(column)));
        const QImage right = picture.copy(picture.width() * 3 / 5, 0, picture.width() * 2 / 5, picture.height()).convertToFormat(QImage::Format_RGB32);
        QImage even = right;
        even.fill(right.pixelColor(5, 5));
        QCOMPARE(right, even);
        QVERIFY(column <= view.fontMetrics().averageCharWidth() * 84 + 2);
        QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
    }
}

void TestHelp::followsThePalette_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << int(ColourScheme::Light);
    QTest::newRow("dark") << int(ColourScheme::Dark);
    QTest::newRow("high contrast, light") << int(ColourScheme::ContrastLight);
    QTest::newRow("high contrast, dark") << int(ColourScheme::ContrastDark);
}

void TestHelp::followsThePalette()
{
    QFETCH(int, scheme);
    QWidget owner;
    HelpWindow &help = HelpWindow::over(owner);
    help.showChapter(QStringLiteral("formats"));
    const QPalette palette = paletteOf(ColourScheme(scheme));
    help.setPalette(palette);
    QCoreApplication::processEvents();
    QCOMPARE(help.page().palette().color(QPalette::Base), palette.color(QPalette::Base));
    // Code stands on a ground of its own, but legibly.
    QTextCursor code = help.page().document()->find(QStringLiteral("jsonl"));
    QVERIFY(!code.isNull());
    const QBrush ground = code.charFormat().background();
    const QColor behind = ground.style() == Qt::NoBrush ? palette.color(QPalette::Base) : ground.color();
    QVERIFY2(std::abs(behind.lightness() - palette.color(QPalette::Text).lightness()) > 120, qPrintable(behind.name()));
}

void TestHelp::opensTheChapterOfADialog()
{
    WindowFixture f({{QStringLiteral("a"), QStringLiteral("A"), {}, QStringLiteral("Ann [C1:said] so.")}});
    Rendering::ManualPlace byKey;
    Rendering::ManualPlace byButton;
    bool isActive = false;
    WindowFixture::whenOneComesUp([&](QWidget *dialog) {
        QTest::keyClick(dialog, Qt::Key_F1);
        auto *help = dialog->findChild<HelpWindow *>();
        if (help) {
            isActive = QTest::qWaitForWindowActive(help); // the dialog does not keep it out
            byKey = help->page().manualPlace();
            help->close();
            help->showChapter(QStringLiteral("index"));
            QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("help.button")), Qt::LeftButton);
            byButton = help->page().manualPlace();
        }
        dialog->close();
    });
    f.key(Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(byKey, placeOf(HelpTopic::Export));
    QCOMPARE(byButton, byKey);
    QVERIFY(isActive);
}

void TestHelp::everyTopicOfADialogIsInTheManual()
{
    const Rendering::Manual manual;
    for (const HelpTopic topic : allHelpTopics()) {
        const Rendering::ManualPlace place = placeOf(topic);
        QVERIFY2(manual.has(place), qPrintable(place.chapter + u'#' + place.anchor));
    }
}

void TestHelp::opensTheSheetOfKeysBesideIt()
{
    WindowFixture f({{QStringLiteral("a"), QStringLiteral("A"), {}, QStringLiteral("Ann [C1:said] so.")}});
    bool isSheet = false;
    WindowFixture::whenOneComesUp([&](QWidget *dialog) {
        isSheet = qobject_cast<KeysDialog *>(dialog) != nullptr;
        dialog->close();
    });
    f.key(Qt::Key_F1, Qt::ControlModifier);
    QVERIFY(isSheet);
}

void TestHelp::everyMenuEntryOfTheManualIsThere()
{
    WindowFixture f({{QStringLiteral("a"), QStringLiteral("A"), {}, QStringLiteral("Ann [C1:said] so.")}});
    SystemColours colours(*qApp);
    f.window().setColours(colours);
    QHash<QString, QStringList> menus;
    const auto plain = [](QString text) { return text.remove(u'&'); };
    for (const QAction *menu : f.window().menuBar()->actions()) {
        for (const QAction *action : menu->menu()->actions())
            menus[plain(menu->text())].append(plain(action->text()));
    }
    QStringList lost;
    int count = 0;
    const Rendering::Manual manual;
    for (const Rendering::ManualChapter &chapter : manual.chapters()) {
        const QStringList emphases = Rendering::readMarkdown(chapter.source).emphases;
        for (const QString &words : emphases) {
            const QString menu = words.section(QStringLiteral(" > "), 0, 0);
            if (!words.contains(QStringLiteral(" > ")) || !menus.contains(menu))
                continue;
            ++count;
            if (!menus[menu].contains(words.section(QStringLiteral(" > "), 1, 1)))
                lost.append(chapter.name + QStringLiteral(".md: ") + words);
        }
    }
    QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u'\n')));
    QVERIFY(count > 10);
}

QTEST_MAIN(TestHelp)
#include "test_help.moc"
