// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "everywindow.h"
#include "pseudotranslator.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QCommandLinkButton>
#include <QDialog>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QToolButton>
#include <QtTest>

#include <algorithm>

using namespace Quoth;
using namespace Quoth::Test;

namespace {

constexpr int rounding = 1; // pixels

/// What may show less than its whole text, and why.
constexpr struct
{
    const char *name; ///< a class or an object
    const char *reason;
} exceptions[] = {
    {"Quoth::Windows::SpanLink", "words of the article, three lines at most; its accessible name has them all"},
    {"qt_toolbar_ext_button", "the rest of a tool bar that is too narrow is in its menu"},
    {"ScrollLeftButton", "scrolls tabs"},
    {"ScrollRightButton", "scrolls tabs"},
};

bool isExcepted(const QWidget &widget)
{
    return std::any_of(std::begin(exceptions), std::end(exceptions), [&widget](const auto &exception) {
        return widget.objectName() == QLatin1String(exception.name) || widget.inherits(exception.name);
    });
}

QString shortened(const QString &text) { return text.simplified().left(60); }

/// What is cut off of a widget's text; empty if nothing is.
QString faultOf(const QString &text, const QSize &needed, const QSize &given)
{
    if (needed.width() <= given.width() + rounding && needed.height() <= given.height() + rounding)
        return {};
    return QStringLiteral("\"%1\" needs %2 x %3 and has %4 x %5")
        .arg(shortened(text))
        .arg(needed.width())
        .arg(needed.height())
        .arg(given.width())
        .arg(given.height());
}

QString faultOf(const QLabel &label)
{
    if (label.text().isEmpty())
        return {};
    if (!label.wordWrap())
        return faultOf(label.text(), label.sizeHint(), label.size());
    // A word alone cannot be wrapped.
    int longest = 0;
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\[\\]]+"));
    if (!label.text().contains(u'<')) {
        for (const auto &match : word.globalMatch(label.text()))
            longest = std::max(longest, label.fontMetrics().horizontalAdvance(match.captured()));
    }
    return faultOf(label.text(), {longest, label.heightForWidth(label.width())}, {label.contentsRect().width(), label.height()});
}

QString faultOf(const QAbstractButton &button)
{
    const auto *tool = qobject_cast<const QToolButton *>(&button);
    if (button.text().isEmpty() || (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull()))
        return {};
    QSize needed = button.sizeHint();
    if (const auto *link = qobject_cast<const QCommandLinkButton *>(&button))
        needed.setHeight(link->heightForWidth(link->width()));
    return faultOf(button.text(), needed, button.size());
}

QString faultOf(const QComboBox &box)
{
    if (box.isEditable() || box.currentText().isEmpty())
        return {};
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = false;
    const QRect room = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    return faultOf(box.currentText(), {box.fontMetrics().horizontalAdvance(box.currentText()), box.fontMetrics().height()}, room.size());
}

QString faultOf(const QTabBar &bar)
{
    QStringList faults;
    for (int i = 0; i < bar.count(); ++i)
        faults.append(faultOf(bar.tabText(i), bar.fontMetrics().size(Qt::TextShowMnemonic, bar.tabText(i)), bar.tabRect(i).size()));
    faults.removeAll(QString());
    return faults.join(u'\n');
}

QString faultOf(const QHeaderView &header)
{
    QStringList faults;
    for (int i = 0; i < header.count() && header.orientation() == Qt::Horizontal; ++i) {
        const QString title = header.model()->headerData(i, Qt::Horizontal).toString();
        if (!header.isSectionHidden(i) && !title.isEmpty())
            faults.append(faultOf(title, {header.sectionSizeHint(i), 0}, {header.sectionSize(i), 0}));
    }
    faults.removeAll(QString());
    return faults.join(u'\n');
}

QString faultOf(const QGroupBox &box)
{
    return faultOf(box.title(), {box.fontMetrics().size(Qt::TextShowMnemonic, box.title()).width(), 0}, {box.contentsRect().width(), 0});
}

QString faultIn(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return faultOf(*label);
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return faultOf(*button);
    if (const auto *box = qobject_cast<const QComboBox *>(&widget))
        return faultOf(*box);
    if (const auto *bar = qobject_cast<const QTabBar *>(&widget))
        return faultOf(*bar);
    if (const auto *header = qobject_cast<const QHeaderView *>(&widget))
        return faultOf(*header);
    if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
        return faultOf(*group);
    return {};
}

} // namespace

class TestClipping : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::useOwnSettings("quoth-test-clipping"); }
    void init();
    void cleanup();
    void keepsWhatNoLanguageMayChange();
    void showsEveryTextWholeInALongLanguage_data();
    void showsEveryTextWholeInALongLanguage();
    void keepsDialogsSmallerThanASmallScreen();

private:
    PseudoTranslator m_language;
    QFont m_font;
};

void TestClipping::init()
{
    m_font = QApplication::font();
    QCoreApplication::installTranslator(&m_language);
}

void TestClipping::cleanup()
{
    QCoreApplication::removeTranslator(&m_language);
    QApplication::setFont(m_font);
}

void TestClipping::keepsWhatNoLanguageMayChange()
{
    QCOMPARE(PseudoTranslator::longer(QStringLiteral("&Open %1…")), QStringLiteral("[&Opéñ %1 ]…"));
    QCOMPARE(PseudoTranslator::longer(QStringLiteral("<b>Quoth %n</b>")), QStringLiteral("[<b>Qüöth %n</b> xöx]"));
    const QString text = QStringLiteral("Nothing but words of a language");
    QVERIFY(PseudoTranslator::longer(text).size() >= text.size() * 7 / 5);
}

void TestClipping::showsEveryTextWholeInALongLanguage_data()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("100 %") << 1.0;
    QTest::newRow("200 %") << 2.0;
}

void TestClipping::showsEveryTextWholeInALongLanguage()
{
    QFETCH(double, scale);
    QFont font = m_font;
    font.setPointSizeF(font.pointSizeF() * scale);
    QApplication::setFont(font);
    QStringList faults;
    int looked = 0;
    EveryWindow().visit([&](const QString &name, QWidget &window) {
        const QList<QWidget *> widgets = window.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (!widget->isVisible() || isExcepted(*widget))
                continue;
            ++looked;
            if (const QString fault = faultIn(*widget); !fault.isEmpty())
                faults.append(QStringLiteral("%1: %2 %3: %4").arg(name, QLatin1String(widget->metaObject()->className()), widget->objectName(), fault));
        }
    });
    QVERIFY(looked > 300);
    QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("%1 texts are cut off:\n").arg(faults.size()) + faults.join(u'\n')));
}

void TestClipping::keepsDialogsSmallerThanASmallScreen()
{
    constexpr QSize most(1280, 900);
    QStringList faults;
    EveryWindow().visitDialogs([&](const QString &name, QWidget &window) {
        if (window.width() > most.width() || window.height() > most.height())
            faults.append(QStringLiteral("%1: %2 x %3").arg(name).arg(window.width()).arg(window.height()));
    });
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(TestClipping)
#include "test_clipping.moc"
