// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/windows/articlepane.h>
#include <app/windows/mainwindow.h>
#include <tests/support/markup.h>

#include <QAccessible>
#include <QAction>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Windows;

/// The whole window as a screen reader gets it.
class TestAccessibility : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void showsTheWholeWindowAsATree();
    void tellsTheHighlightsAsTextAttributes();
    void describesWhatIsInHandAndAtTheCaret();
    void offersWhatACardCanDo();

private:
    Widgets::ArticleView &view() { return m_window->desk()->pane().view(); }
    Workbench &bench() { return m_window->desk()->workbench(); }
    qint32 find(const char *words) { return qint32(view().text().indexOf(QString::fromUtf8(words))); }
    static void dump(QAccessibleInterface *node, int depth, QStringList &lines);
    QAccessibleInterface *card(int number);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MainWindow> m_window;
};

void TestAccessibility::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("Quoth"));
    QCoreApplication::setApplicationName(QStringLiteral("quoth-test-accessibility"));
    QAccessible::setActive(true);
}

void TestAccessibility::init()
{
    QSettings().clear();
    m_dir = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(QStringLiteral("tester"));
    m_window->QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(m_window->createProject(m_dir->filePath(QStringLiteral("p.quoth"))));
    auto &session = m_window->desk()->session();
    const auto added = session.project().call([](Storage::Project &project) {
        AnnotatedArticle article = Test::parse(QStringLiteral(
            "The board met. [S1:Ines Almeida] [C1:said] [Q1:that [L:the bridge would close]]. [S2:Bo] [C2:left] [Q2:in peace]."));
        article.article.externalId = QStringLiteral("a");
        article.article.meta.title = QStringLiteral("Bridge to close");
        return project.addArticle(article, {}, {});
    });
    QVERIFY(added);
    session.openArticle(*added);
    QTRY_VERIFY_WITH_TIMEOUT(bench().model().isOpen(), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(view().hasFocus(), 30000);
    m_window->resize(1500, 800);
    QTRY_VERIFY_WITH_TIMEOUT(view().width() > 800, 30000);
}

void TestAccessibility::cleanup()
{
    m_window.reset();
    m_dir.reset();
}

void TestAccessibility::dump(QAccessibleInterface *node, int depth, QStringList &lines)
{
    const auto *widget = qobject_cast<QWidget *>(node ? node->object() : nullptr);
    if (!node || depth > 12 || (widget && !widget->isVisible() && node->role() != QAccessible::PopupMenu))
        return;
    const QString role = QString::fromLatin1(QMetaEnum::fromType<QAccessible::Role>().valueToKey(node->role()));
    lines.append(QString(depth * 2, u' ') + role + u' ' + node->text(QAccessible::Name));
    for (int i = 0; i < node->childCount() && i < 200; ++i)
        dump(node->child(i), depth + 1, lines);
}

QAccessibleInterface *TestAccessibility::card(int number)
{
    QAccessibleInterface *article = QAccessible::queryAccessibleInterface(&view());
    for (int i = 0; i < article->childCount(); ++i) {
        QAccessibleInterface *child = article->child(i);
        if (child->role() == QAccessible::ListItem && number-- == 0)
            return child;
    }
    return nullptr;
}

void TestAccessibility::showsTheWholeWindowAsATree()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desk()->session().isSaved(), 30000);
    QStringList lines;
    dump(QAccessible::queryAccessibleInterface(m_window.get()), 0, lines);
    const QString tree = lines.join(u'\n');
    for (const char *part :
         {"MenuBar", "ToolBar", "EditableText Article", "ListItem Ines Almeida", "ListItem Bo", "Speaker", "Cue", "Quotation",
          "Claim", "Inspector", "Articles", "StaticText All changes saved", "StaticText Character 0"})
        QVERIFY2(tree.contains(QLatin1String(part)), qPrintable(QLatin1String(part) + QStringLiteral(" is not in\n") + tree));
    // Whatever can be pressed or typed into has a name.
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString words = lines[i].trimmed();
        const QString before = i > 0 ? lines[i - 1].trimmed() : QString();
        if (before.startsWith(QStringLiteral("EditableText ")) || before.startsWith(QStringLiteral("ComboBox ")))
            continue; // what Qt puts into a line or a box, such as the sign that clears it
        const bool named = words != u"Button" && words != u"CheckBox" && words != u"ComboBox" && words != u"EditableText";
        QVERIFY2(named, qPrintable(lines.mid(std::max<qsizetype>(0, i - 8), 12).join(u'\n')));
    }
}

void TestAccessibility::tellsTheHighlightsAsTextAttributes()
{
    QAccessibleTextInterface *text = QAccessible::queryAccessibleInterface(&view())->textInterface();
    int begin = -1;
    int end = -1;
    QVERIFY(text->attributes(2, &begin, &end).isEmpty());
    QCOMPARE(begin, 0);
    QCOMPARE(end, find("Ines"));
    const QString source = text->attributes(find("Almeida"), &begin, &end);
    QVERIFY2(source.contains(QStringLiteral("Speaker")) && source.contains(QStringLiteral("mark:true")), qPrintable(source));
    QCOMPARE(begin, find("Ines"));
    QCOMPARE(end, find(" said"));
    const QString claim = text->attributes(find("bridge"), &begin, &end);
    QVERIFY2(claim.indexOf(QStringLiteral("Claim")) < claim.indexOf(QStringLiteral("in Quotation")), qPrintable(claim));
    QCOMPARE(begin, find("the bridge"));
}

void TestAccessibility::describesWhatIsInHandAndAtTheCaret()
{
    QAccessibleInterface *article = QAccessible::queryAccessibleInterface(&view());
    view().setCaret(3);
    QVERIFY(article->text(QAccessible::Description).isEmpty());
    view().setCaret(find("bridge"));
    const QString here = article->text(QAccessible::Description);
    QVERIFY2(here.contains(QStringLiteral("Claim")) && here.contains(QStringLiteral("; in Quotation")), qPrintable(here));
    QTest::keyClick(&view(), Qt::Key_Space);
    const QString inHand = article->text(QAccessible::Description);
    QVERIFY2(inHand.startsWith(QStringLiteral("In hand: Claim")), qPrintable(inHand));
}

void TestAccessibility::offersWhatACardCanDo()
{
    QAccessibleInterface *first = card(0);
    QVERIFY(first && first->isValid());
    QVERIFY(first->parent() == QAccessible::queryAccessibleInterface(&view()));
    const QRect place = first->rect();
    QVERIFY(first->parent()->childAt(place.center().x(), place.center().y()) == first);
    QVERIFY(first->parent()->indexOfChild(first) >= 0);
    QAccessibleActionInterface *actions = first->actionInterface();
    QVERIFY(actions);
    QCOMPARE(actions->actionNames().size(), 1);
    actions->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(bench().current().has_value());
    QVERIFY(first->state().selected);
    QVERIFY(first->text(QAccessible::Description).contains(QStringLiteral("Source: Ines Almeida")));
    QVERIFY(actions->actionNames().contains(QStringLiteral("Reject")));
    actions->doAction(QStringLiteral("Reject"));
    QVERIFY(bench().index().span(bench().index().spansTouching({find("Ines"), find("Ines") + 1}).first())->provenance.state
            == State::Rejected);
}

QTEST_MAIN(TestAccessibility)
#include "test_accessibility.moc"
