// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/editing/reviewqueue.h>
#include <app/windows/articlepane.h>
#include <app/windows/mainwindow.h>
#include <app/windows/partlist.h>
#include <app/windows/schemadialog.h>
#include <app/windows/schemaediting.h>
#include <app/windows/schemaframeform.h>
#include <app/windows/schemalabelform.h>
#include <app/windows/shortcuts.h>
#include <tests/support/schema.h>
#include <widgets/labelpalette.h>

#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Test;
using namespace Quoth::Windows;

class TestSchemaDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void showsWhatIsWrongBesideTheField();
    void tellsKeysOfTheProgram();
    void tellsColoursThatSomeCannotTellApart();
    void addsMovesAndRemovesLabels();
    void asksWhatUsedLabelsBecome();
    void refusesToRemoveAUsedRole();
    void changesWhatARoleTakes();
    void namesEveryControl();
    void changesTheOpenProjectAndTakesItBack();

private:
    QLineEdit *line(const QWidget &form, const char *name)
    {
        for (QLineEdit *edit : form.findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == QLatin1String(name))
                return edit;
        }
        return nullptr;
    }
    static void type(QLineEdit *edit, const QString &text)
    {
        edit->setFocus();
        edit->selectAll();
        text.isEmpty() ? QTest::keyClick(edit, Qt::Key_Delete) : QTest::keyClicks(edit, text);
    }
    PartList *list() { return m_dialog->findChild<PartList *>(QStringLiteral("labels")); }
    QPushButton *button(const char *name) { return list()->findChild<QPushButton *>(QLatin1String(name)); }
    QPushButton *ok() { return m_dialog->findChild<QPushButton *>(QStringLiteral("ok")); }
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

    std::unique_ptr<SchemaDialog> m_dialog;
};

void TestSchemaDialog::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("Quoth"));
    QCoreApplication::setApplicationName(QStringLiteral("quoth-test-schema"));
    QSettings().clear();
}

void TestSchemaDialog::init()
{
    Storage::SchemaUse use;
    use.labels = {{QStringLiteral("Claim"), 12}};
    use.frameTypes = {{QStringLiteral("Attribution"), 3}};
    use.roles = {{QStringLiteral("Attribution"), {{QStringLiteral("cue"), 3}}}};
    m_dialog = std::make_unique<SchemaDialog>(defaultSchema(), use, QHash<QString, QString>{{QStringLiteral("Q"), QStringLiteral("Begin a word earlier")}});
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void TestSchemaDialog::showsWhatIsWrongBesideTheField()
{
    QVERIFY(ok()->isEnabled());
    QVERIFY(m_dialog->problems().isEmpty());
    SchemaLabelForm &form = m_dialog->labelForm();
    type(line(form, "Name in files"), QStringLiteral("Cue"));
    QVERIFY2(form.problemAt(QStringLiteral("name")).isEmpty(), qPrintable(form.problemAt(QStringLiteral("name")))); // told at the second
    QVERIFY(!ok()->isEnabled());
    list()->setCurrentRow(1);
    QVERIFY(form.problemAt(QStringLiteral("name")).contains(QStringLiteral("twice")));
    list()->setCurrentRow(0);
    type(line(form, "Name in files"), QStringLiteral("Person"));
    QVERIFY(ok()->isEnabled());
    QCOMPARE(m_dialog->schema().frameTypes[0].roles[0].labels, QStringList(QStringLiteral("Person")));
    QCOMPARE(m_dialog->schema().frameTypes[0].roles[1].labels, QStringList(QStringLiteral("Cue")));
    type(line(form, "Title"), QString());
    QVERIFY(!form.problemAt(QStringLiteral("title")).isEmpty());
    QVERIFY(!ok()->isEnabled());
}

void TestSchemaDialog::tellsKeysOfTheProgram()
{
    SchemaLabelForm &form = m_dialog->labelForm();
    type(line(form, "Key"), QStringLiteral("q"));
    QVERIFY2(form.problemAt(QStringLiteral("key")).contains(QStringLiteral("Begin a word earlier")), qPrintable(form.problemAt(QStringLiteral("key"))));
    QVERIFY(!ok()->isEnabled());
    type(line(form, "Key"), QStringLiteral("y"));
    QVERIFY(form.problemAt(QStringLiteral("key")).isEmpty());
    QCOMPARE(m_dialog->schema().labels[0].key, QStringLiteral("Y"));
    QVERIFY(ok()->isEnabled());
}

void TestSchemaDialog::tellsColoursThatSomeCannotTellApart()
{
    SchemaLabelForm &form = m_dialog->labelForm();
    list()->setCurrentRow(4);
    form.findChild<QComboBox *>()->setCurrentIndex(0);
    type(line(form, "Colour on light"), QStringLiteral("#2a6be8"));
    QVERIFY2(form.problemAt(QStringLiteral("colour")).contains(QStringLiteral("look alike")), qPrintable(form.problemAt(QStringLiteral("colour"))));
    QVERIFY(ok()->isEnabled()); // it is unwise, not wrong
    type(line(form, "Colour on light"), QStringLiteral("#2a6"));
    QVERIFY(!ok()->isEnabled());
}

void TestSchemaDialog::addsMovesAndRemovesLabels()
{
    QTest::mouseClick(button("add"), Qt::LeftButton);
    QCOMPARE(m_dialog->schema().labels.size(), 6);
    QVERIFY(line(m_dialog->labelForm(), "Title")->hasFocus());
    QTest::keyClicks(m_dialog->focusWidget(), QStringLiteral("Doubt"));
    QCOMPARE(m_dialog->schema().labels[5].title, QStringLiteral("Doubt"));
    QCOMPARE(m_dialog->schema().labels[5].key, QStringLiteral("6"));
    QTest::mouseClick(button("up"), Qt::LeftButton);
    QCOMPARE(m_dialog->schema().labels[4].title, QStringLiteral("Doubt"));
    QCOMPARE(list()->currentRow(), 4);
    QTest::mouseClick(button("remove"), Qt::LeftButton);
    QCOMPARE(m_dialog->schema(), defaultSchema());
}

void TestSchemaDialog::asksWhatUsedLabelsBecome()
{
    list()->setCurrentRow(3);
    QString asked;
    meanwhile<QInputDialog>([&asked](QInputDialog &question) {
        asked = question.labelText();
        question.reject();
    });
    QTest::mouseClick(button("remove"), Qt::LeftButton);
    QVERIFY2(asked.contains(QStringLiteral("12")), qPrintable(asked));
    QCOMPARE(m_dialog->schema(), defaultSchema());
    meanwhile<QInputDialog>([](QInputDialog &question) {
        question.setTextValue(QStringLiteral("Quotation"));
        question.accept();
    });
    QTest::mouseClick(button("remove"), Qt::LeftButton);
    QCOMPARE(m_dialog->schema().labels.size(), 4);
    QCOMPARE(m_dialog->mapping().labels, (QHash<QString, QString>{{QStringLiteral("Claim"), QStringLiteral("Quotation")}}));
}

void TestSchemaDialog::refusesToRemoveAUsedRole()
{
    m_dialog->findChild<QTabWidget *>()->setCurrentIndex(1);
    auto *roles = m_dialog->frameForm().findChild<QTableWidget *>();
    roles->setCurrentCell(1, 0);
    QString told;
    meanwhile<QMessageBox>([&told](QMessageBox &box) {
        told = box.text();
        box.accept();
    });
    for (QPushButton *push : m_dialog->frameForm().findChildren<QPushButton *>()) {
        if (push->text() == QStringLiteral("Remove role"))
            QTest::mouseClick(push, Qt::LeftButton);
    }
    QVERIFY2(told.contains(u'3'), qPrintable(told));
    QCOMPARE(m_dialog->schema(), defaultSchema());
}

void TestSchemaDialog::changesWhatARoleTakes()
{
    m_dialog->findChild<QTabWidget *>()->setCurrentIndex(1);
    auto *roles = m_dialog->frameForm().findChild<QTableWidget *>();
    const auto choices = roles->cellWidget(2, 3)->findChildren<QAction *>();
    const auto choice = [&choices](const char *title) {
        return *std::find_if(choices.begin(), choices.end(), [title](const QAction *action) { return action->text() == QLatin1String(title); });
    };
    choice("Claim")->trigger();
    QCOMPARE(m_dialog->schema().frameTypes[0].roles[2].labels, (QStringList{QStringLiteral("Quotation"), QStringLiteral("Claim")}));
    choice("Claim")->trigger();
    choice("Quotation")->trigger();
    QVERIFY(m_dialog->frameForm().problemAt(QStringLiteral("roles")).contains(QStringLiteral("takes no label")));
    QVERIFY(!ok()->isEnabled());
}

void TestSchemaDialog::namesEveryControl()
{
    for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(m_dialog.get()) || qobject_cast<const QTabWidget *>(widget->parentWidget()))
            continue;
        const auto *push = qobject_cast<const QAbstractButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (push && !push->text().isEmpty()),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + QStringLiteral(" in ") + QString::fromLatin1(widget->parentWidget()->metaObject()->className())));
    }
}

void TestSchemaDialog::changesTheOpenProjectAndTakesItBack()
{
    m_dialog.reset();
    QTemporaryDir folder;
    MainWindow window(QStringLiteral("tester"));
    window.QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QVERIFY(window.openSampleProject(folder.filePath(QStringLiteral("sample.quoth"))));
    QTRY_VERIFY_WITH_TIMEOUT(window.desk()->pane().view().hasFocus(), 30000);
    const ArticleId article = window.desk()->workbench().article().id;
    window.desk()->pane().view().setSelection(3, 8);
    const TextRange selected = window.desk()->workbench().selection();
    QVERIFY(!selected.isEmpty());
    meanwhile<SchemaDialog>([](SchemaDialog &dialog) {
        for (QLineEdit *edit : dialog.labelForm().findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == QStringLiteral("Name in files"))
                type(edit, QStringLiteral("Person"));
            if (edit->accessibleName() == QStringLiteral("Key"))
                type(edit, QStringLiteral("y"));
        }
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("ok")), Qt::LeftButton);
    });
    window.findChild<Shortcuts *>()->action(QStringLiteral("schema.edit"))->trigger();
    const auto hasLabel = [&window](const QString &name) {
        auto *action = window.findChild<Shortcuts *>()->action(QStringLiteral("label.") + name);
        return action && window.desk()->workbench().model().isOpen() && window.desk()->workbench().index().spanCount() > 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasLabel(QStringLiteral("Person")), 30000);
    QCOMPARE(window.findChild<Shortcuts *>()->action(QStringLiteral("label.Person"))->shortcut(), QKeySequence(Qt::Key_Y));
    window.activateWindow();
    QTRY_VERIFY_WITH_TIMEOUT(window.desk()->pane().view().hasFocus(), 30000);
    QVERIFY(window.desk()->workbench().article().id == article);
    QVERIFY(window.desk()->workbench().selection() == selected);
    const auto spans = [&window] {
        QSet<QString> names;
        for (const Span &span : window.desk()->workbench().index().toAnnotations().spans)
            names.insert(span.label);
        return names;
    };
    QVERIFY(spans().contains(QStringLiteral("Person")));
    QVERIFY(!spans().contains(QStringLiteral("Speaker")));

    QTest::keyClick(&window.desk()->pane().view(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(hasLabel(QStringLiteral("Speaker")), 30000);
    QVERIFY(spans().contains(QStringLiteral("Speaker")));
    QVERIFY(!spans().contains(QStringLiteral("Person")));
}

QTEST_MAIN(TestSchemaDialog)
#include "test_schemadialog.moc"
