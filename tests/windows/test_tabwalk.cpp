// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "everywindow.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSet>
#include <QtTest>

#include <algorithm>

using namespace Quoth;
using namespace Quoth::Test;

namespace {

constexpr int mostSteps = 200;

/// Takes Tab for a key like any other, as that is what it is for; Escape and the mouse leave it.
bool takesTab(const QWidget &widget) { return widget.inherits("Quoth::Widgets::KeyCapture"); }

bool takesTabIn(const QWidget &window)
{
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    return std::any_of(widgets.begin(), widgets.end(), [](const QWidget *widget) { return takesTab(*widget) && widget->isVisible(); });
}

/// What Tab has to come to. Of radio buttons only the chosen one of a group is, the others are reached by arrows.
QList<QWidget *> stopsOf(const QWidget &window)
{
    QList<QWidget *> stops = window.findChildren<QWidget *>();
    stops.removeIf([](const QWidget *widget) {
        const auto *radio = qobject_cast<const QRadioButton *>(widget);
        return !widget->isVisible() || !widget->isEnabled() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy()
            || (radio && !radio->isChecked()) || qobject_cast<const QComboBox *>(widget->parentWidget())
            || qobject_cast<const QAbstractSpinBox *>(widget->parentWidget());
    });
    return stops;
}

QString shown(const QWidget *widget)
{
    if (!widget)
        return QStringLiteral("nothing");
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return QStringLiteral("%1 %2 %3")
        .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(), button ? button->text() : widget->accessibleName());
}

/// From what has the focus on, until it has it again or is lost.
QList<QWidget *> walk(QWidget &window, Qt::Key key)
{
    QList<QWidget *> walked;
    QWidget *begin = QApplication::focusWidget();
    for (QWidget *at = begin; at && walked.size() < mostSteps;) {
        walked.append(at);
        QTest::keyClick(at, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        QCoreApplication::processEvents();
        at = QApplication::focusWidget();
        if (!at || at->window() != &window)
            walked.append(nullptr);
        if (at == begin || !at || at->window() != &window)
            break;
    }
    return walked;
}

QRect placeOf(const QWidget &widget) { return {widget.mapTo(widget.window(), QPoint()), widget.size()}; }

/// Whether the second stands above the first in the same column.
bool goesUp(const QWidget &first, const QWidget &second)
{
    const QRect a = placeOf(first);
    const QRect b = placeOf(second);
    const int common = std::min(a.right(), b.right()) - std::max(a.left(), b.left());
    return common * 2 > std::min(a.width(), b.width()) && b.bottom() <= a.top();
}

} // namespace

/// Every dialog worked by keys alone.
class TestTabWalk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::useOwnSettings("quoth-test-tabwalk"); }
    void comesToEverythingByTabAndOnce();
    void goesBackByShiftTab();
    void goesDownAColumn();
    void closesEveryDialogByEscape();
    void givesTheOneActionTheEnterKey();

private:
    void look(const std::function<void(QDialog &, QStringList &)> &find);
};

void TestTabWalk::look(const std::function<void(QDialog &, QStringList &)> &find)
{
    QStringList all;
    int dialogs = 0;
    EveryWindow().visitDialogs([&](const QString &name, QWidget &window) {
        auto *dialog = qobject_cast<QDialog *>(&window);
        if (!dialog) {
            all.append(name + QStringLiteral(": no dialog"));
            return;
        }
        ++dialogs;
        QStringList faults;
        if (QApplication::focusWidget() && QApplication::focusWidget()->window() == dialog)
            find(*dialog, faults);
        else
            faults.append(QStringLiteral("nothing in it has the focus"));
        for (const QString &fault : std::as_const(faults))
            all.append(name + QStringLiteral(": ") + fault);
    });
    QVERIFY(dialogs > 15);
    QVERIFY2(all.isEmpty(), qPrintable(all.join(u'\n')));
}

void TestTabWalk::comesToEverythingByTabAndOnce()
{
    look([](QDialog &dialog, QStringList &faults) {
        const QList<QWidget *> walked = walk(dialog, Qt::Key_Tab);
        QSet<QWidget *> seen;
        for (QWidget *widget : walked) {
            if (!widget)
                faults.append(QStringLiteral("the focus is lost after ") + shown(walked.value(walked.size() - 2)));
            else if (seen.contains(widget))
                faults.append(QStringLiteral("twice: ") + shown(widget));
            seen.insert(widget);
        }
        const QList<QWidget *> stops = stopsOf(dialog); // afterwards: what stands in a field may make a button work
        for (QWidget *widget : stops) {
            if (!seen.contains(widget))
                faults.append(QStringLiteral("never: ") + shown(widget));
        }
    });
}

void TestTabWalk::goesBackByShiftTab()
{
    look([](QDialog &dialog, QStringList &faults) {
        if (takesTabIn(dialog))
            return;
        QList<QWidget *> there = walk(dialog, Qt::Key_Tab);
        const QList<QWidget *> back = walk(dialog, Qt::Key_Backtab);
        if (there.isEmpty() || there.contains(nullptr))
            return; // told elsewhere
        std::reverse(there.begin() + 1, there.end());
        if (there != back) {
            QStringList names;
            for (const QWidget *widget : back)
                names.append(shown(widget));
            faults.append(QStringLiteral("back it goes ") + names.join(QStringLiteral(", ")));
        }
    });
}

void TestTabWalk::goesDownAColumn()
{
    look([](QDialog &dialog, QStringList &faults) {
        const QList<QWidget *> walked = walk(dialog, Qt::Key_Tab);
        QStringList ups;
        for (qsizetype i = 0; i < walked.size() && !walked.contains(nullptr); ++i) {
            const QWidget *next = walked[(i + 1) % walked.size()];
            if (next != walked[i] && goesUp(*walked[i], *next))
                ups.append(shown(walked[i]) + QStringLiteral(" to ") + shown(next));
        }
        if (ups.size() > 1) // once, from the last to the first
            faults.append(QStringLiteral("up: ") + ups.join(QStringLiteral("; ")));
    });
}

void TestTabWalk::closesEveryDialogByEscape()
{
    look([](QDialog &dialog, QStringList &faults) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCoreApplication::processEvents();
        if (dialog.isVisible())
            faults.append(QStringLiteral("it stays, and %1 has the focus").arg(shown(QApplication::focusWidget())));
    });
}

void TestTabWalk::givesTheOneActionTheEnterKey()
{
    look([](QDialog &dialog, QStringList &faults) {
        QList<QAbstractButton *> actions;
        const QList<QDialogButtonBox *> boxes = dialog.findChildren<QDialogButtonBox *>();
        for (const QDialogButtonBox *box : boxes) {
            const QList<QAbstractButton *> buttons = box->buttons();
            for (QAbstractButton *button : buttons) {
                const QDialogButtonBox::ButtonRole role = box->buttonRole(button);
                if (role == QDialogButtonBox::AcceptRole || (role == QDialogButtonBox::ActionRole && !button->objectName().startsWith(u"learned.")))
                    actions.append(button);
            }
        }
        const auto *push = actions.size() == 1 ? qobject_cast<const QPushButton *>(actions.constFirst()) : nullptr;
        if (push && !push->isDefault())
            faults.append(QStringLiteral("Enter does not \"%1\"").arg(push->text()));
    });
}

QTEST_MAIN(TestTabWalk)
#include "test_tabwalk.moc"
