// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/windows/actions.h>
#include <app/windows/articlepane.h>
#include <app/windows/assignkeydialog.h>
#include <app/windows/keysdialog.h>
#include <app/windows/keysheet.h>
#include <app/windows/mainwindow.h>
#include <app/windows/shortcuts.h>
#include <app/windows/shortcutsdialog.h>
#include <app/windows/symbolicon.h>
#include <widgets/keycapture.h>

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Windows;

class TestShortcuts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QSettings().clear(); }
    void keepsWhatWasChangedForTheNextStart();
    void keepsThatAnActionHasNoKey();
    void takesAKeyFromTheActionThatHadIt();
    void refusesKeysThatMoveTheCaretOrOpenMenus();
    void leavesLabelsTheirKeys();
    void resetsOneAndAll();
    void takesASetFromAFileOrNothingOfIt();
    void capturesTabAndSignsAsShortcutsNameThem();
    void findsActionsByWordsAndByKey();
    void changesAKeyByTypingIt();
    void saysWhoHasAKeyAndTakesItFromThere();
    void changesKeysInTheOpenWindowAtOnce();
    void showsKeysAsTheyAreOnTheSheet();
    void searchesTheSheet();
    void drawsIconsInTheColourOfThePalette();

private:
    QTreeWidgetItem *row(QTreeWidget *tree, const QString &id) { return tree->findItems(id, Qt::MatchExactly | Qt::MatchRecursive, 3).value(0); }
    /// Lets the next modal dialog of this type be used, then goes on.
    template<class Dialog>
    void meanwhile(std::function<void(Dialog &)> use)
    {
        auto *timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, [timer, use] {
            if (auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget())) {
                timer->stop();
                timer->deleteLater();
                use(*dialog);
            }
        });
        timer->start(20);
    }
};

namespace {

/// Actions as the window has them, a few.
struct Few
{
    QObject owner;
    QAction *accept = makeAction(&owner, "review.accept", QStringLiteral("Accept"), {QStringLiteral("Return"), QStringLiteral("Enter")});
    QAction *fix = makeAction(&owner, "review.fix", QStringLiteral("Fix the next part"), {QStringLiteral("F2")});
    QAction *about = makeAction(&owner, "help.about", QStringLiteral("About"));
    QAction *label = makeAction(&owner, "label.Cue", QStringLiteral("Label as Cue"), {QStringLiteral("2")});
    QList<QAction *> all() const { return {accept, fix, about, label}; }
};

QList<QKeySequence> keys(std::initializer_list<const char *> names)
{
    QList<QKeySequence> result;
    for (const char *name : names)
        result.append(QKeySequence(QLatin1String(name)));
    return result;
}

} // namespace

void TestShortcuts::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("Quoth"));
    QCoreApplication::setApplicationName(QStringLiteral("quoth-test-shortcuts"));
}

void TestShortcuts::keepsWhatWasChangedForTheNextStart()
{
    {
        Few few;
        Shortcuts shortcuts;
        shortcuts.adopt(few.all());
        shortcuts.setKeys(QStringLiteral("review.fix"), keys({"F4", "Ctrl+F2"}));
        QCOMPARE(few.fix->shortcuts(), keys({"F4", "Ctrl+F2"}));
    }
    Few few;
    Shortcuts shortcuts;
    shortcuts.adopt(few.all());
    QCOMPARE(few.fix->shortcuts(), keys({"F4", "Ctrl+F2"}));
    QCOMPARE(shortcuts.defaults(QStringLiteral("review.fix")), keys({"F2"}));
    QVERIFY(shortcuts.isChanged(QStringLiteral("review.fix")));
    QCOMPARE(few.accept->shortcuts(), keys({"Return", "Enter"}));
}

void TestShortcuts::keepsThatAnActionHasNoKey()
{
    {
        Few few;
        Shortcuts shortcuts;
        shortcuts.adopt(few.all());
        shortcuts.setKeys(QStringLiteral("review.fix"), {});
    }
    Few few;
    Shortcuts shortcuts;
    shortcuts.adopt(few.all());
    QVERIFY(few.fix->shortcuts().isEmpty());
}

void TestShortcuts::takesAKeyFromTheActionThatHadIt()
{
    Few few;
    Shortcuts shortcuts;
    shortcuts.adopt(few.all());
    QCOMPARE(shortcuts.holder(QKeySequence(Qt::Key_F2), QStringLiteral("help.about")), few.fix);
    shortcuts.setKeys(QStringLiteral("help.about"), keys({"F2"}));
    QCOMPARE(few.about->shortcuts(), keys({"F2"}));
    QVERIFY(few.fix->shortcuts().isEmpty());
    shortcuts.reset(QStringLiteral("review.fix"));
    QCOMPARE(few.fix->shortcuts(), keys({"F2"}));
    QVERIFY(few.about->shortcuts().isEmpty());
}

void TestShortcuts::refusesKeysThatMoveTheCaretOrOpenMenus()
{
    Few few;
    Shortcuts shortcuts;
    shortcuts.adopt(few.all());
    const QString id = QStringLiteral("help.about");
    for (const char *refused : {"Left", "Shift+End", "Ctrl+C", "Ctrl+A", "Esc", "Alt+F", "F10"})
        QVERIFY2(!shortcuts.refusal(id, QKeySequence(QLatin1String(refused))).isEmpty(), refused);
    for (const char *free : {"Alt+Left", "G", "Ctrl+Shift+C", "F2", "Alt+1"})
        QVERIFY2(shortcuts.refusal(id, QKeySequence(QLatin1String(free))).isEmpty(), free);
}

void TestShortcuts::leavesLabelsTheirKeys()
{
    Few few;
    Shortcuts shortcuts;
    QAction *clashing = makeAction(&few.owner, "view.two", QStringLiteral("Two"), {QStringLiteral("2"), QStringLiteral("F12")});
    shortcuts.adopt(QList<QAction *>{clashing} + few.all());
    QCOMPARE(few.label->shortcuts(), keys({"2"}));
    QCOMPARE(clashing->shortcuts(), keys({"F12"}));
    QVERIFY(shortcuts.refusal(QStringLiteral("help.about"), QKeySequence(Qt::Key_2)).contains(QStringLiteral("Label as Cue")));
}

void TestShortcuts::resetsOneAndAll()
{
    Few few;
    Shortcuts shortcuts;
    shortcuts.adopt(few.all());
    shortcuts.setKeys(QStringLiteral("review.fix"), keys({"F4"}));
    shortcuts.setKeys(QStringLiteral("review.accept"), keys({"Y"}));
    shortcuts.reset(QStringLiteral("review.fix"));
    QCOMPARE(few.fix->shortcuts(), keys({"F2"}));
    QCOMPARE(few.accept->shortcuts(), keys({"Y"}));
    shortcuts.resetAll();
    QCOMPARE(few.accept->shortcuts(), keys({"Return", "Enter"}));
    QVERIFY(!shortcuts.isChanged(QStringLiteral("review.accept")));
}

void TestShortcuts::takesASetFromAFileOrNothingOfIt()
{
    Few few;
    Shortcuts shortcuts;
    shortcuts.adopt(few.all());
    shortcuts.setKeys(QStringLiteral("review.fix"), keys({"F4"}));
    const QByteArray kept = shortcuts.toJson();
    shortcuts.resetAll();
    const auto done = shortcuts.fromJson(kept, QStringLiteral("keys.json"));
    QVERIFY(done);
    QCOMPARE(*done, 1);
    QCOMPARE(few.fix->shortcuts(), keys({"F4"}));

    for (const char *bad : {"no JSON", "{}", R"({"shortcuts": {"review.fix": ["F6"], "help.about": ["F6"]}})",
                            R"({"shortcuts": {"review.fix": ["Left"]}})", R"({"shortcuts": {"review.fix": [""]}})"}) {
        const auto refused = shortcuts.fromJson(bad, QStringLiteral("keys.json"));
        QVERIFY2(!refused, bad);
        QCOMPARE(refused.error().place, QStringLiteral("keys.json"));
        QCOMPARE(few.fix->shortcuts(), keys({"F4"}));
    }
}

void TestShortcuts::capturesTabAndSignsAsShortcutsNameThem()
{
    Widgets::KeyCapture capture;
    capture.show();
    QVERIFY(QTest::qWaitForWindowActive(&capture));
    QTest::keyClick(&capture, Qt::Key_Tab);
    QCOMPARE(capture.key(), QKeySequence(Qt::Key_Tab));
    QVERIFY(capture.hasFocus());
    QTest::keyClick(&capture, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(capture.key(), QKeySequence(QStringLiteral("Shift+Tab")));
    QTest::keyClick(&capture, '?', Qt::ShiftModifier);
    QCOMPARE(capture.key(), QKeySequence(Qt::Key_Question));
    QTest::keyClick(&capture, Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(capture.text(), QStringLiteral("Ctrl+Shift+K"));
    QTest::keyClick(&capture, Qt::Key_Shift);
    QCOMPARE(capture.text(), QStringLiteral("Ctrl+Shift+K"));
}

void TestShortcuts::findsActionsByWordsAndByKey()
{
    Few few;
    Shortcuts shortcuts;
    shortcuts.adopt(few.all());
    ShortcutsDialog dialog(shortcuts);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *tree = dialog.findChild<QTreeWidget *>();
    QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("words")), QStringLiteral("next fix"));
    QVERIFY(!row(tree, QStringLiteral("review.fix"))->isHidden());
    QVERIFY(row(tree, QStringLiteral("review.accept"))->isHidden());
    dialog.findChild<QLineEdit *>(QStringLiteral("words"))->clear();
    auto *byKey = dialog.findChild<Widgets::KeyCapture *>();
    byKey->setFocus();
    QTest::keyClick(byKey, Qt::Key_Enter);
    QVERIFY(!row(tree, QStringLiteral("review.accept"))->isHidden());
    QVERIFY(row(tree, QStringLiteral("review.fix"))->isHidden());
    byKey->setFocus();
    QTest::keyClick(byKey, Qt::Key_F11);
    QVERIFY(dialog.findChild<QLabel *>(QStringLiteral("hint"))->text().contains(QStringLiteral("F11")));
}

void TestShortcuts::changesAKeyByTypingIt()
{
    Few few;
    Shortcuts shortcuts;
    shortcuts.adopt(few.all());
    ShortcutsDialog dialog(shortcuts);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    dialog.choose(QStringLiteral("review.fix"));
    meanwhile<AssignKeyDialog>([](AssignKeyDialog &assign) {
        QTest::keyClick(assign.focusWidget(), Qt::Key_G);
        QTest::keyClick(assign.focusWidget(), Qt::Key_Space); // on "Set key"
    });
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("add")), Qt::LeftButton);
    QCOMPARE(few.fix->shortcuts(), keys({"F2", "G"}));
    QCOMPARE(row(dialog.findChild<QTreeWidget *>(), QStringLiteral("review.fix"))->text(1), QStringLiteral("F2; G"));
    meanwhile<AssignKeyDialog>([](AssignKeyDialog &assign) {
        QTest::keyClick(assign.focusWidget(), Qt::Key_H);
        QTest::keyClick(assign.focusWidget(), Qt::Key_Space);
    });
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("change")), Qt::LeftButton);
    QCOMPARE(few.fix->shortcuts(), keys({"H", "G"}));
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("remove")), Qt::LeftButton);
    QCOMPARE(few.fix->shortcuts(), keys({"H"}));
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("reset")), Qt::LeftButton);
    QCOMPARE(few.fix->shortcuts(), keys({"F2"}));
}

void TestShortcuts::saysWhoHasAKeyAndTakesItFromThere()
{
    Few few;
    Shortcuts shortcuts;
    shortcuts.adopt(few.all());
    AssignKeyDialog dialog(shortcuts, QStringLiteral("help.about"));
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *capture = dialog.findChild<Widgets::KeyCapture *>();
    auto *set = dialog.findChild<QPushButton *>(QStringLiteral("setKey"));
    auto *verdict = dialog.findChild<QLabel *>(QStringLiteral("verdict"));
    QTest::keyClick(capture, Qt::Key_Left);
    QVERIFY(!set->isEnabled());
    QVERIFY(verdict->text().contains(QStringLiteral("caret")));
    QVERIFY(capture->hasFocus());
    QTest::keyClick(capture, Qt::Key_F2);
    QVERIFY(set->isEnabled());
    QVERIFY(verdict->text().contains(QStringLiteral("Fix the next part")));
    QCOMPARE(set->text(), QStringLiteral("Take it from there"));
    QTest::mouseClick(set, Qt::LeftButton);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(dialog.key(), QKeySequence(Qt::Key_F2));
}

void TestShortcuts::changesKeysInTheOpenWindowAtOnce()
{
    QTemporaryDir folder;
    MainWindow window(QStringLiteral("tester"));
    window.QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QVERIFY(window.openSampleProject(folder.filePath(QStringLiteral("sample.quoth"))));
    QTRY_VERIFY_WITH_TIMEOUT(window.desk()->pane().view().hasFocus(), 30000);
    auto *shortcuts = window.findChild<Shortcuts *>();
    shortcuts->setKeys(QStringLiteral("review.next"), keys({"G"}));
    QVERIFY(!window.desk()->workbench().current());
    QTest::keyClick(&window.desk()->pane().view(), Qt::Key_G);
    const auto first = window.desk()->workbench().current();
    QVERIFY(first);
    QTest::keyClick(&window.desk()->pane().view(), Qt::Key_Tab);
    QVERIFY(window.desk()->workbench().current() == first);
}

void TestShortcuts::showsKeysAsTheyAreOnTheSheet()
{
    Few few;
    Shortcuts shortcuts;
    shortcuts.adopt(few.all());
    shortcuts.setKeys(QStringLiteral("review.fix"), keys({"Ctrl+Shift+Y"}));
    const QString sheet = keySheet(few.all(), {}, 3, QPalette()).remove(QChar(0x2060)); // joiners
    QVERIFY(sheet.contains(QStringLiteral("Ctrl+Shift+Y")));
    QVERIFY(!sheet.contains(QStringLiteral(">&nbsp;F2&nbsp;<")));
    QVERIFY(sheet.contains(QStringLiteral("Fix the next part")));
    QVERIFY(!sheet.contains(QStringLiteral("About")));
}

void TestShortcuts::searchesTheSheet()
{
    Few few;
    KeysDialog dialog(few.all(), nullptr);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *sheet = dialog.findChild<QTextBrowser *>();
    QVERIFY(sheet->toPlainText().contains(QStringLiteral("Accept")));
    QTest::keyClicks(dialog.findChild<QLineEdit *>(), QStringLiteral("fix"));
    QVERIFY(sheet->toPlainText().contains(QStringLiteral("Fix the next part")));
    QVERIFY(!sheet->toPlainText().contains(QStringLiteral("Label as Cue")));
}

void TestShortcuts::drawsIconsInTheColourOfThePalette()
{
    const QPalette before = QGuiApplication::palette();
    const auto darkest = [](const QPixmap &pixmap) {
        const QImage image = pixmap.toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() > 230)
                    return image.pixelColor(x, y);
            }
        }
        return QColor();
    };
    QPalette palette = before;
    palette.setColor(QPalette::Active, QPalette::ButtonText, QColor(0xfe, 0xdc, 0x10));
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, QColor(0x33, 0x44, 0x55));
    QGuiApplication::setPalette(palette);
    const QIcon icon = symbolIcon(QStringLiteral("undo"));
    const QColor enabled = darkest(icon.pixmap(QSize(32, 32), QIcon::Normal));
    const QColor disabled = darkest(icon.pixmap(QSize(32, 32), QIcon::Disabled));
    QGuiApplication::setPalette(before);
    QVERIFY(qAbs(enabled.red() - 0xfe) < 6 && qAbs(enabled.blue() - 0x10) < 6);
    QVERIFY(qAbs(disabled.red() - 0x33) < 6 && qAbs(disabled.blue() - 0x55) < 6);
}

QTEST_MAIN(TestShortcuts)
#include "test_shortcuts.moc"
