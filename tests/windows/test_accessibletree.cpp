// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "everywindow.h"

#include <widgets/articleview.h>

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMetaEnum>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSet>
#include <QTabBar>
#include <QTableView>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Test;

namespace {

using Roles = QList<QAccessible::Role>;

/// What Qt puts into a control belongs to it.
bool isPartOfAControl(const QWidget &widget)
{
    for (const QWidget *around = widget.parentWidget(); around; around = around->parentWidget()) {
        if (qobject_cast<const QComboBox *>(around) || qobject_cast<const QAbstractSpinBox *>(around) || qobject_cast<const QTabBar *>(around)
            || qobject_cast<const QScrollBar *>(around))
            return true;
    }
    return widget.objectName() == u"qt_toolbar_ext_button";
}

/// As what a screen reader should meet it; nothing for what is not worked with.
Roles rolesFor(const QWidget &widget)
{
    const auto is = [&widget](const char *name) { return widget.inherits(name); };
    if (is("Quoth::Widgets::ArticleView"))
        return {QAccessible::EditableText};
    if (is("QCheckBox"))
        return {QAccessible::CheckBox};
    if (is("QRadioButton"))
        return {QAccessible::RadioButton};
    if (is("QAbstractButton"))
        return {QAccessible::Button, QAccessible::ButtonMenu, QAccessible::ButtonDropDown, QAccessible::CheckBox, QAccessible::PushButton};
    if (is("QComboBox"))
        return {QAccessible::ComboBox};
    if (is("QAbstractSpinBox"))
        return {QAccessible::SpinBox};
    if (is("QTextBrowser"))
        return {QAccessible::StaticText, QAccessible::Document, QAccessible::EditableText};
    if (is("QLineEdit") || is("QPlainTextEdit") || is("QTextEdit"))
        return {QAccessible::EditableText};
    if (is("QListView"))
        return {QAccessible::List};
    if (is("QTreeView"))
        return {QAccessible::Tree};
    if (is("QTableView"))
        return {QAccessible::Table};
    if (is("QTabBar"))
        return {QAccessible::PageTabList};
    if (is("QProgressBar"))
        return {QAccessible::ProgressBar};
    return {};
}

QString shown(const QWidget &widget)
{
    return QStringLiteral("%1 %2 in %3")
        .arg(QLatin1String(widget.metaObject()->className()), widget.objectName(),
             widget.parentWidget() ? QLatin1String(widget.parentWidget()->metaObject()->className()) : QLatin1String("nothing"));
}

QString nameOf(QWidget &widget)
{
    QAccessibleInterface *node = QAccessible::queryAccessibleInterface(&widget);
    return node ? node->text(QAccessible::Name).trimmed() : QString();
}

/// All widgets below a node of the tree, as a screen reader finds them.
void gather(QAccessibleInterface *node, int depth, QSet<const QObject *> &found)
{
    if (!node || depth > 30)
        return;
    if (node->object())
        found.insert(node->object());
    // Cells are named by their texts, and a list may have a million.
    const bool isView = qobject_cast<QAbstractItemView *>(node->object()) != nullptr;
    for (int i = 0; !isView && i < node->childCount(); ++i)
        gather(node->child(i), depth + 1, found);
}

QList<QWidget *> visibleWidgets(QWidget &window)
{
    QList<QWidget *> widgets = window.findChildren<QWidget *>();
    widgets.removeIf([&window](const QWidget *widget) { return !widget->isVisible() || widget->window() != &window; });
    return widgets;
}

} // namespace

/// Every window and dialog, as assistive technology gets it.
class TestAccessibleTree : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void namesAllThatIsWorkedWithAndGivesItItsRole();
    void reachesAllThatIsWorkedWithFromTheWindow();
    void givesNoTwoButtonsOfADialogOneName();
    void givesEveryMnemonicOfALabelItsField();
    void readsTheTextsOfLabels();

private:
    /// Looks at every window and fails with all that was found.
    void look(const std::function<void(QWidget &, QStringList &)> &find, bool onlyDialogs = false);
};

void TestAccessibleTree::initTestCase()
{
    WindowFixture::useOwnSettings("quoth-test-accessibletree");
    QAccessible::setActive(true);
}

void TestAccessibleTree::look(const std::function<void(QWidget &, QStringList &)> &find, bool onlyDialogs)
{
    QStringList all;
    int windows = 0;
    EveryWindow every;
    const auto visitor = [&](const QString &name, QWidget &window) {
        ++windows;
        QStringList faults;
        find(window, faults);
        for (const QString &fault : std::as_const(faults))
            all.append(name + QStringLiteral(": ") + fault);
    };
    if (onlyDialogs)
        every.visitDialogs(visitor);
    else
        every.visit(visitor);
    QVERIFY(windows > 15);
    QVERIFY2(all.isEmpty(), qPrintable(all.join(u'\n')));
}

void TestAccessibleTree::namesAllThatIsWorkedWithAndGivesItItsRole()
{
    look([](QWidget &window, QStringList &faults) {
        const QList<QWidget *> widgets = visibleWidgets(window);
        for (QWidget *widget : widgets) {
            const Roles roles = rolesFor(*widget);
            if (roles.isEmpty() || isPartOfAControl(*widget))
                continue;
            if (nameOf(*widget).isEmpty())
                faults.append(QStringLiteral("no name: ") + shown(*widget));
            QAccessibleInterface *node = QAccessible::queryAccessibleInterface(widget);
            if (!node || !roles.contains(node->role())) {
                const char *role = node ? QMetaEnum::fromType<QAccessible::Role>().valueToKey(node->role()) : "nothing";
                faults.append(QStringLiteral("it is %1: ").arg(QLatin1String(role)) + shown(*widget));
            }
        }
    });
}

void TestAccessibleTree::reachesAllThatIsWorkedWithFromTheWindow()
{
    look([](QWidget &window, QStringList &faults) {
        QSet<const QObject *> found;
        gather(QAccessible::queryAccessibleInterface(&window), 0, found);
        const QList<QWidget *> widgets = visibleWidgets(window);
        for (QWidget *widget : widgets) {
            bool isInAView = false; // a cell's widget is reached through the cell
            for (const QWidget *around = widget->parentWidget(); around; around = around->parentWidget())
                isInAView |= qobject_cast<const QAbstractItemView *>(around) != nullptr;
            if (!rolesFor(*widget).isEmpty() && !isPartOfAControl(*widget) && !isInAView && !found.contains(widget))
                faults.append(QStringLiteral("not in the tree: ") + shown(*widget));
        }
    });
}

void TestAccessibleTree::givesNoTwoButtonsOfADialogOneName()
{
    look(
        [](QWidget &window, QStringList &faults) {
            QHash<QString, QWidget *> known;
            const QList<QWidget *> widgets = visibleWidgets(window);
            for (QWidget *widget : widgets) {
                // Every line has a button that clears it: the line says which.
                if (!qobject_cast<QAbstractButton *>(widget) || isPartOfAControl(*widget) || qobject_cast<QLineEdit *>(widget->parentWidget()))
                    continue;
                const QString name = nameOf(*widget);
                if (const QWidget *other = known.value(name))
                    faults.append(QStringLiteral("\"%1\" are %2 and %3").arg(name, shown(*other), shown(*widget)));
                known.insert(name, widget);
            }
        },
        true);
}

void TestAccessibleTree::givesEveryMnemonicOfALabelItsField()
{
    look([](QWidget &window, QStringList &faults) {
        static const QRegularExpression mnemonic(QStringLiteral("&[^\\s&]"));
        const QList<QWidget *> widgets = visibleWidgets(window);
        for (const QWidget *widget : widgets) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            if (label && label->textFormat() != Qt::RichText && QString(label->text()).remove(QStringLiteral("&&")).contains(mnemonic) && !label->buddy())
                faults.append(label->text());
        }
    });
}

void TestAccessibleTree::readsTheTextsOfLabels()
{
    look([](QWidget &window, QStringList &faults) {
        const QList<QWidget *> widgets = visibleWidgets(window);
        for (const QWidget *widget : widgets) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            if (label && !label->text().isEmpty() && !label->accessibleName().isEmpty() && label->accessibleName() != label->text())
                faults.append(QStringLiteral("\"%1\" is read as \"%2\"").arg(label->text(), label->accessibleName()));
        }
    });
}

QTEST_MAIN(TestAccessibleTree)
#include "test_accessibletree.moc"
