// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowbench.h"

#include <app/detection/outside/detectorlist.h>
#include <app/windows/detectordialog.h>
#include <app/windows/detectorsdialog.h>
#include <app/windows/shortcuts.h>
#include <tests/support/schema.h>

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTreeWidget>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Detection;
using namespace Quoth::Windows;

/// The list of detectors and the search with them, by keys and mouse, with a real program that answers or does not.
class TestDetectorsDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void addsTestsMovesAndRemovesADetector();
    void showsTheWholeErrorOfATest();
    void stopsATestThatTakesLong();
    void asksBeforeTextsLeaveTheMachine();
    void keepsTheDialogWhileSomethingIsWrong();
    void namesEveryControl();
    void suggestsWithTheEnabledOnesInTheirOrder();
    void goesOnWorkingWhileADetectorHangs();

private:
    template<class Dialog>
    void meanwhile(std::function<void(Dialog &)> use)
    {
        auto *timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, [timer, use] {
            if (auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget())) {
                timer->stop();
                timer->deleteLater();
                const QPointer<Dialog> asked = dialog;
                use(*dialog);
                if (asked && asked->isVisible())
                    asked->reject(); // a check in use() failed: the test goes on
            }
        });
        timer->start(20);
    }
    static OutsideSettings program(const QString &name, const QString &how)
    {
        OutsideSettings settings;
        settings.name = name;
        settings.program = QStringLiteral(OUTSIDE_SERVER);
        settings.arguments = {QStringLiteral("--program"), how};
        settings.timeout = 20;
        return settings;
    }
    static DetectorList remembered() { return DetectorList::remembered(DetectorRegistry().names()); }
    static void remember(const QList<OutsideSettings> &detectors)
    {
        DetectorList list = remembered();
        for (const OutsideSettings &settings : detectors)
            QVERIFY(list.add(settings));
        list.remember();
    }
    template<class Widget = QPushButton>
    static Widget *child(QWidget &dialog, const char *name)
    {
        auto *found = dialog.findChild<Widget *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    static void press(QWidget &dialog, const char *name) { QTest::mouseClick(child(dialog, name), Qt::LeftButton); }
    static void type(QWidget &dialog, const char *name, const QString &text)
    {
        auto *edit = child<QLineEdit>(dialog, name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    static QString details(QWidget &dialog) { return child<QLabel>(dialog, "details")->text(); }
    static int builtIn() { return int(DetectorRegistry().names().size()); }
};

void TestDetectorsDialog::initTestCase() { Test::WindowBench::prepare(QStringLiteral("quoth-test-detectors")); }

void TestDetectorsDialog::init() { QSettings().clear(); }

void TestDetectorsDialog::addsTestsMovesAndRemovesADetector()
{
    DetectorsDialog dialog(Test::defaultSchema(), {});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *view = child<QTreeWidget>(dialog, "detectors");
    QCOMPARE(view->topLevelItemCount(), builtIn());
    QVERIFY(!child(dialog, "remove")->isEnabled());
    meanwhile<DetectorDialog>([](DetectorDialog &added) {
        type(added, "name", QStringLiteral("mine"));
        type(added, "program", QStringLiteral(OUTSIDE_SERVER));
        type(added, "arguments", QStringLiteral("--program good"));
        auto *labels = child<QTableWidget>(added, "labels");
        labels->setCurrentCell(0, 0);
        labels->editItem(labels->item(0, 0));
        QTest::keyClicks(labels->findChild<QLineEdit *>(), QStringLiteral("PER"));
        QTest::keyClick(labels->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_COMPARE(labels->rowCount(), 2);
        QTest::keyClick(child<QLineEdit>(added, "name"), Qt::Key_Return);
    });
    press(dialog, "add");
    QCOMPARE(view->topLevelItemCount(), builtIn() + 1);
    QCOMPARE(view->currentItem()->text(0), QStringLiteral("mine"));
    const auto kept = *remembered().entries.constLast().outside;
    QCOMPARE(kept.arguments, (QStringList{QStringLiteral("--program"), QStringLiteral("good")}));
    QCOMPARE(kept.labels, (QMap<QString, QString>{{QStringLiteral("PER"), QStringLiteral("Speaker")}}));

    press(dialog, "test");
    QTRY_VERIFY_WITH_TIMEOUT(details(dialog).contains(QStringLiteral("3 span")), 30000);
    QVERIFY2(details(dialog).contains(QStringLiteral("Speaker: Mayor Ann Reed")), qPrintable(details(dialog)));
    QVERIFY(view->currentItem()->text(2).contains(QStringLiteral("works")));

    press(dialog, "up");
    QCOMPARE(remembered().indexOf(u"mine"), builtIn() - 1);
    QTest::keyClick(view, Qt::Key_Space);
    QVERIFY(!remembered().entries[builtIn() - 1].isEnabled);
    meanwhile<QMessageBox>([](QMessageBox &box) { QTest::mouseClick(box.button(QMessageBox::Yes), Qt::LeftButton); });
    press(dialog, "remove");
    QCOMPARE(view->topLevelItemCount(), builtIn());
    QVERIFY(remembered().indexOf(u"mine") < 0);
}

void TestDetectorsDialog::showsTheWholeErrorOfATest()
{
    remember({program(QStringLiteral("broken"), QStringLiteral("leaves"))});
    DetectorsDialog dialog(Test::defaultSchema(), {});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *view = child<QTreeWidget>(dialog, "detectors");
    QTest::keyClick(view, Qt::Key_End);
    press(dialog, "test");
    QTRY_VERIFY_WITH_TIMEOUT(details(dialog).contains(QStringLiteral("ModelError: the model file is missing")), 30000);
    QVERIFY(view->currentItem()->text(2).contains(QStringLiteral("failed")));
    QVERIFY(dialog.lastErrors().contains(QStringLiteral("broken")));
}

void TestDetectorsDialog::stopsATestThatTakesLong()
{
    remember({program(QStringLiteral("slow"), QStringLiteral("hang"))});
    DetectorsDialog dialog(Test::defaultSchema(), {});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(child<QTreeWidget>(dialog, "detectors"), Qt::Key_End);
    press(dialog, "test");
    QTest::qWait(200);
    QCOMPARE(child(dialog, "test")->text(), QStringLiteral("Stop"));
    press(dialog, "test");
    QTRY_COMPARE_WITH_TIMEOUT(child(dialog, "test")->text(), QStringLiteral("Test"), 10000);
    QVERIFY(details(dialog).contains(QStringLiteral("stopped")));
    QVERIFY(!dialog.lastErrors().contains(QStringLiteral("slow")));
}

void TestDetectorsDialog::asksBeforeTextsLeaveTheMachine()
{
    OutsideSettings far = program(QStringLiteral("far"), {});
    far.kind = OutsideKind::Http;
    far.url = QStringLiteral("http://detector.invalid:9090");
    int taken = 0;
    DetectorDialog dialog(far, true, Test::defaultSchema(), [&taken](const OutsideSettings &settings) {
        ++taken;
        return settings.agreedHost == u"detector.invalid" ? Result<void>() : Result<void>(Error{});
    });
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY(child<QLabel>(dialog, "warning")->isVisible());
    QVERIFY(child<QLabel>(dialog, "warning")->text().contains(QStringLiteral("detector.invalid")));
    meanwhile<QMessageBox>([](QMessageBox &box) { QTest::keyClick(&box, Qt::Key_Return); }); // the cautious answer is the default
    QTest::keyClick(child<QLineEdit>(dialog, "name"), Qt::Key_Return);
    QCOMPARE(taken, 0);
    QVERIFY2(dialog.problem().contains(QStringLiteral("detector.invalid")), qPrintable(dialog.problem()));
    meanwhile<QMessageBox>(
        [](QMessageBox &box) { QTest::mouseClick(box.findChild<QPushButton *>(QStringLiteral("send")), Qt::LeftButton); });
    QTest::keyClick(child<QLineEdit>(dialog, "name"), Qt::Key_Return);
    QCOMPARE(taken, 1);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    type(dialog, "url", QStringLiteral("http://localhost:9090"));
    QVERIFY(!child<QLabel>(dialog, "warning")->isVisibleTo(&dialog));
}

void TestDetectorsDialog::keepsTheDialogWhileSomethingIsWrong()
{
    DetectorDialog dialog(OutsideSettings(), true, Test::defaultSchema(), [](const OutsideSettings &) { return Result<void>(); });
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(child<QLineEdit>(dialog, "name"), Qt::Key_Return);
    QVERIFY2(dialog.problem().contains(QStringLiteral("name")), qPrintable(dialog.problem()));
    type(dialog, "name", QStringLiteral("mine"));
    auto *kind = child<QComboBox>(dialog, "kind");
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_End);
    QVERIFY(child<QLineEdit>(dialog, "layer")->isVisible());
    QVERIFY(!child<QLineEdit>(dialog, "program")->isVisible());
    type(dialog, "url", QStringLiteral("localhost:5000"));
    QTest::keyClick(child<QLineEdit>(dialog, "url"), Qt::Key_Return);
    QVERIFY2(dialog.problem().contains(QStringLiteral("http://")), qPrintable(dialog.problem()));
    type(dialog, "url", QStringLiteral("http://localhost:5000/ner"));
    QTest::keyClick(child<QLineEdit>(dialog, "url"), Qt::Key_Return);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(dialog.settings().layer, inceptionLayer);
}

void TestDetectorsDialog::namesEveryControl()
{
    DetectorsDialog list(Test::defaultSchema(), {});
    DetectorDialog one(OutsideSettings(), true, Test::defaultSchema(), [](const OutsideSettings &) { return Result<void>(); });
    for (QDialog *dialog : std::initializer_list<QDialog *>{&list, &one}) {
        dialog->show();
        for (const QWidget *widget : dialog->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(dialog) || widget->focusProxy()
                || qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) || qobject_cast<const QLabel *>(widget))
                continue;
            const auto *push = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (push && !push->text().isEmpty()), widget->metaObject()->className());
        }
    }
}

void TestDetectorsDialog::suggestsWithTheEnabledOnesInTheirOrder()
{
    Test::WindowBench bench;
    remember(
        {program(QStringLiteral("mine"), QStringLiteral("good")), program(QStringLiteral("broken"), QStringLiteral("leaves"))});
    DetectorList list = remembered();
    for (int i = 0; i < builtIn(); ++i)
        list.entries[i].isEnabled = false;
    list.remember();
    QVERIFY(bench.open("Harbour. \u201CThe bridge will open in May,\u201D Mayor Ann Reed said."));
    bench.key(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(bench.index().attributionsInOrder().size(), 1, 30000);
    QCOMPARE(bench.role(QStringLiteral("source")), QStringLiteral("Mayor Ann Reed"));
    QCOMPARE(bench.speaker(), QStringLiteral("Ann Reed"));
    const auto &attribution = *bench.index().attribution(bench.index().attributionsInOrder()[0]);
    QCOMPARE(attribution.provenance.origin.name, QStringLiteral("mine"));
    // The one that failed is told of beside the work, and remembered for the list of detectors.
    QMessageBox *box = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT(box = bench.window.findChild<QMessageBox *>(), 30000);
    QVERIFY(!box->isModal());
    QVERIFY2(box->informativeText().contains(QStringLiteral("ModelError: the model file is missing")),
             qPrintable(box->informativeText()));
    box->close();
}

void TestDetectorsDialog::goesOnWorkingWhileADetectorHangs()
{
    Test::WindowBench bench;
    remember({program(QStringLiteral("slow"), QStringLiteral("hang"))});
    QVERIFY(bench.open("Harbour. \u201CThe bridge will open in May,\u201D Mayor Ann Reed said."));
    auto *suggest = bench.window.findChild<Shortcuts *>()->action(QStringLiteral("project.suggest"));
    QVERIFY(suggest);
    bench.key(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(suggest->text(), QStringLiteral("Stop looking"), 10000);
    bench.select("Mayor Ann Reed");
    QElapsedTimer clock;
    clock.start();
    bench.key(Qt::Key_1);
    QTRY_VERIFY_WITH_TIMEOUT(bench.index().spanCount() == 1 && bench.bench().session().isSaved(), 10000);
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(suggest->text(), QStringLiteral("Stop looking"));
    bench.key(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(suggest->text(), QStringLiteral("Suggest highlights"), 10000);
}

QTEST_MAIN(TestDetectorsDialog)
#include "test_detectorsdialog.moc"
