// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Saves pictures of the widgets into the folder given, for looking at.

#include "samples.h"

#include <widgets/articlelistdelegate.h>
#include <widgets/articleview.h>
#include <widgets/commandpalette.h>
#include <widgets/labelpalette.h>
#include <widgets/progressline.h>

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Quoth::Widgets;

namespace {

QPalette darkPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(0x25, 0x27, 0x2a));
    palette.setColor(QPalette::Base, QColor(0x1c, 0x1e, 0x21));
    palette.setColor(QPalette::AlternateBase, QColor(0x25, 0x27, 0x2a));
    for (QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(role, QColor(0xe4, 0xe4, 0xe0));
    palette.setColor(QPalette::Button, QColor(0x30, 0x33, 0x37));
    palette.setColor(QPalette::Highlight, QColor(0x3d, 0x7e, 0xc4));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    return palette;
}

QPalette lightPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(0xfb, 0xfb, 0xf9));
    palette.setColor(QPalette::Base, Qt::white);
    for (QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(role, QColor(0x1c, 0x1c, 0x1a));
    palette.setColor(QPalette::Highlight, QColor(0x4a, 0x90, 0xd9));
    return palette;
}

struct Scene
{
    QString text;
    qint32 headline = 0;
    QString byline;
    SampleSource source;
    quint64 focused = 0;
};

Scene english()
{
    Scene scene;
    const QString headline = QStringLiteral("Harbour board lays out the case for a second bridge");
    scene.headline = qint32(headline.size());
    scene.byline = QStringLiteral(
        "harbourpost.example \u00B7 12 Feb 2024 \u00B7 9 attributions \u00B7 4 speakers \u00B7 6 claims");
    scene.text = headline
        + QStringLiteral("\n\nHarbour board chair Ines Almeida has set out why the city needs a second bridge, in a "
                         "long talk with residents of the eastern quarter \u2026\n"
                         "Almeida argued that the ferries were full on every weekday morning, with the council noting "
                         "delays of an \u2018historic\u2019 scale along the quay.\n"
                         "\u201CThe new crossing would carry forty thousand people a day without a single hour of "
                         "queueing at the \u2018old\u2019 lock,\u201D Almeida stated.\n"
                         "Petrov has criticised the plan to pay for it with a \u201Cfair\u201D toll, and such a charge "
                         "always falls hardest on those who earn least in the city, Almeida noted.\n"
                         "No study has yet shown that tolls reduce traffic, however, on any bridge.\n\n"
                         "\u201CHe told me \u2018they said \u201Cit will never be built\u201D and laughed\u2019 when I "
                         "asked,\u201D said Noor Haddad.");
    const QString &t = scene.text;
    SampleSource &s = scene.source;
    const auto u = [](const char16_t *part) { return QStringView(part).toString(); };
    s.mark(t, u(u"Harbour board chair Ines Almeida"), 0);
    s.mark(t, u(u"Almeida"), 0, false, 0, qint32(t.indexOf(u"Almeida argued")));
    s.mark(t, u(u"argued"), 1);
    s.mark(t,
           u(u"that the ferries were full on every weekday morning, with the council noting delays of an "
             u"\u2018historic\u2019 scale along the quay."),
           2);
    s.mark(t, u(u"the ferries were full on every weekday morning"), 3);
    s.mark(t, u(u"with the council noting delays of an \u2018historic\u2019 scale"), 2, false, 1);
    s.mark(t, u(u"the council"), 0);
    s.highlights.last().style = 0;
    s.mark(t, u(u"noting"), 1);
    s.mark(t, u(u"\u2018historic\u2019"), 4);
    Highlight &focused = s.mark(t,
                                u(u"\u201CThe new crossing would carry forty thousand people a day without a single "
                                  u"hour of queueing at the \u2018old\u2019 lock,\u201D"),
                                2, true);
    scene.focused = focused.key;
    s.mark(t, u(u"\u2018old\u2019"), 4, true);
    s.mark(t, u(u"Almeida"), 0, true, 0, qint32(t.indexOf(u"Almeida stated")));
    s.mark(t, u(u"stated"), 1, true);
    s.mark(t,
           u(u"Petrov has criticised the plan to pay for it with a \u201Cfair\u201D toll, and such a charge always "
             u"falls hardest on those who earn least in the city,"),
           2, true);
    s.mark(t, u(u"Petrov"), 0, true);
    s.mark(t, u(u"criticised"), 1);
    s.mark(t, u(u"\u201Cfair\u201D"), 4, true);
    s.mark(t, u(u"such a charge always falls hardest on those who earn least in the city"), 3, true);
    s.mark(t, u(u"Almeida"), 0, true, 0, qint32(t.indexOf(u"Almeida noted")));
    s.mark(t, u(u"noted"), 1, true);
    s.mark(t, u(u"No study has yet shown that tolls reduce traffic"), 3);
    s.mark(t, u(u"tolls reduce traffic"), 3, false, 1);
    s.mark(
        t,
        u(u"\u201CHe told me \u2018they said \u201Cit will never be built\u201D and laughed\u2019 when I asked,\u201D"),
        2);
    s.mark(t, u(u"\u2018they said \u201Cit will never be built\u201D and laughed\u2019"), 2, false, 1);
    s.mark(t, u(u"\u201Cit will never be built\u201D"), 2, false, 2);
    s.mark(t, u(u"it will never be built"), 3);
    s.mark(t, u(u"Noor Haddad"), 0);
    s.mark(t, u(u"said"), 1, false, 0, qint32(t.indexOf(u"said Noor")));
    s.sort();
    const auto at = [&t](const char16_t *part) { return qint32(t.indexOf(QStringView(part))); };
    const QColor blue(0x00, 0x72, 0xb2);
    s.cards = {{1,
                at(u"Almeida argued"),
                u(u"Ines Almeida"),
                u(u"argued \u00B7 indirect"),
                {u(u"\u2514 the council \u00B7 noting \u00B7 indirect")},
                u(u"\u2713"),
                blue,
                false,
                false},
               {2,
                at(u"\u201CThe new"),
                u(u"Ines Almeida"),
                u(u"stated \u00B7 direct"),
                {u(u"quotation marks + reporting verb + name")},
                u(u"0.97"),
                blue,
                true,
                true},
               {3,
                at(u"Petrov has"),
                u(u"Ines Almeida"),
                u(u"noted \u00B7 mixed"),
                {u(u"\u2514 Petrov \u00B7 criticised \u00B7 mixed \u00B7 0.74")},
                u(u"0.88"),
                blue,
                true,
                false},
               {4,
                at(u"No study"),
                u(u"Claim"),
                u(u"by the article \u00B7 Worth checking"),
                {},
                {},
                QColor(0xc0, 0x40, 0x28),
                false,
                false}};
    return scene;
}

Scene rightToLeft()
{
    Scene scene;
    const QString headline =
        QStringLiteral("\u0648\u0632\u064A\u0631 \u0627\u0644\u0646\u0642\u0644 \u064A\u0634\u0631\u062D "
                       "\u062E\u0637\u0629 \u0627\u0644\u062C\u0633\u0631");
    scene.headline = qint32(headline.size());
    scene.byline = QStringLiteral("post.example");
    scene.text =
        headline
        + QStringLiteral(
            "\n\n\u0642\u0627\u0644 \u0648\u0632\u064A\u0631 \u0627\u0644\u0646\u0642\u0644 \u0633\u0627\u0645\u064A "
            "\u062D\u062F\u0627\u062F \u0625\u0646 \u0627\u0644\u062C\u0633\u0631 \u0627\u0644\u062C\u062F\u064A\u062F "
            "\u0633\u064A\u062D\u0645\u0644 40 \u0623\u0644\u0641 \u0631\u0627\u0643\u0628 \u0643\u0644 "
            "\u064A\u0648\u0645 \u0648\u0633\u064A\u062E\u0641\u0641 \u0627\u0644\u0627\u0632\u062F\u062D\u0627\u0645 "
            "\u0639\u0644\u0649 \u0627\u0644\u0639\u0628\u0651\u0627\u0631\u0627\u062A \u0641\u064A Bergen Harbour "
            "\u062E\u0644\u0627\u0644 \u0639\u0627\u0645\u064A\u0646.\n\n"
            "\u05E9\u05E8\u05EA \u05D4\u05EA\u05D7\u05D1\u05D5\u05E8\u05D4 \u05D3\u05E0\u05D4 \u05DB\u05E5 "
            "\u05D0\u05DE\u05E8\u05D4 \u05DB\u05D9 \u05D4\u05D2\u05E9\u05E8 \u05D4\u05D7\u05D3\u05E9 "
            "\u05D9\u05D9\u05E9\u05D0 40,000 \u05E0\u05D5\u05E1\u05E2\u05D9\u05DD \u05D1\u05D9\u05D5\u05DD "
            "\u05D5\u05D9\u05E7\u05DC \u05E2\u05DC \u05D4\u05E2\u05D5\u05DE\u05E1 "
            "\u05D1\u05DE\u05E2\u05D1\u05D5\u05E8\u05EA Harbour Line \u05EA\u05D5\u05DA "
            "\u05E9\u05E0\u05EA\u05D9\u05D9\u05DD.\n\n"
            "The mayor said \u05D4\u05D2\u05E9\u05E8 \u05D4\u05D7\u05D3\u05E9 is \u201Cready\u201D \U0001F600 and "
            "cafe\u0301 owners cheered \U0001F1F5\U0001F1F9.");
    const QString &t = scene.text;
    SampleSource &s = scene.source;
    const auto u = [](const char16_t *part) { return QStringView(part).toString(); };
    s.mark(
        t,
        u(u"\u0648\u0632\u064A\u0631 \u0627\u0644\u0646\u0642\u0644 \u0633\u0627\u0645\u064A \u062D\u062F\u0627\u062F"),
        0);
    s.mark(t, u(u"\u0642\u0627\u0644"), 1);
    Highlight &claim = s.mark(t, u(u"\u0627\u0644\u062C\u0633\u0631 \u0627\u0644\u062C\u062F\u064A\u062F"), 2);
    claim.end = qint32(t.indexOf(u"\u062E\u0644\u0627\u0644") - 1);
    scene.focused = claim.key;
    s.mark(t, u(u"Bergen Harbour"), 3);
    s.mark(t, u(u"\u05D3\u05E0\u05D4 \u05DB\u05E5"), 0);
    s.mark(t, u(u"\u05D0\u05DE\u05E8\u05D4"), 1);
    Highlight &quotation = s.mark(t, u(u"\u05DB\u05D9 \u05D4\u05D2\u05E9\u05E8"), 2, true);
    quotation.end = qint32(t.indexOf(u"\u05EA\u05D5\u05DA \u05E9\u05E0\u05EA\u05D9\u05D9\u05DD") + 10);
    s.mark(t, u(u"40,000 \u05E0\u05D5\u05E1\u05E2\u05D9\u05DD \u05D1\u05D9\u05D5\u05DD"), 3);
    s.mark(t, u(u"The mayor"), 0);
    s.mark(t, u(u"\u05D4\u05D2\u05E9\u05E8 \u05D4\u05D7\u05D3\u05E9 is \u201Cready\u201D \U0001F600 and cafe\u0301"),
           2);
    s.mark(t, u(u"cafe\u0301"), 3);
    s.mark(t, u(u"\U0001F1F5\U0001F1F9"), 0);
    s.sort();
    return scene;
}

void saveWidget(QWidget &widget, const QString &name)
{
    QApplication::processEvents();
    const qreal scale = widget.devicePixelRatioF();
    QImage image(widget.size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    widget.render(&image);
    image.save(name);
}

void saveControls(const QPalette &palette, const QString &name)
{
    QWidget window;
    window.setPalette(palette);
    window.setAutoFillBackground(true);
    window.resize(760, 480);
    auto *column = new QVBoxLayout(&window);
    auto *labels = new LabelPalette;
    QList<PaletteLabel> entries;
    for (const HighlightStyle &style : sampleStyles())
        entries.append({style.title, style.title, QString::number(entries.size() + 1), style.colour, style.mark, {}});
    labels->setLabels(entries);
    labels->setChecked(QStringLiteral("Quotation"));
    column->addWidget(labels);
    auto *progress = new ProgressLine;
    progress->setValue(0.43);
    column->addWidget(progress);
    auto *list = new QListView;
    auto *model = new QStandardItemModel(list);
    const auto row = [model](const QString &title, const QString &subtitle, double done, bool attention) {
        auto *item = new QStandardItem(title);
        item->setData(subtitle, ArticleListDelegate::SubtitleRole);
        item->setData(done, ArticleListDelegate::ProgressRole);
        item->setData(attention, ArticleListDelegate::AttentionRole);
        model->appendRow(item);
    };
    row(QStringLiteral("Harbour board lays out the case for a bridge"),
        QStringLiteral("12 Feb 2024 \u00B7 9 of 21 reviewed"), 0.43, false);
    row(QStringLiteral("Council votes on the harbour plan after a long night of talks about the toll"),
        QStringLiteral("done \u2713 \u00B7 2 annotators"), 1, false);
    row(QStringLiteral("Minister denies budget gap"), QStringLiteral("new \u00B7 14 suggestions"), 0, false);
    row(QStringLiteral("Union and rail operator at odds"), QStringLiteral("to adjudicate \u00B7 5 disagreements"), 1,
        true);
    list->setItemDelegate(new ArticleListDelegate(list));
    list->setModel(model);
    list->setCurrentIndex(model->index(0, 0));
    list->setFixedWidth(230);
    list->setFrameShape(QFrame::NoFrame);
    column->addWidget(list);
    window.show();

    QAction accept(QStringLiteral("Accept all at or above \u2026"));
    QAction exportData(QStringLiteral("Export dataset\u2026"));
    exportData.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    QAction next(QStringLiteral("Next suggestion"));
    next.setShortcut(QKeySequence(Qt::Key_Tab));
    CommandPalette commands(&window);
    commands.setPalette(palette);
    commands.setActions({&accept, &exportData, &next});
    commands.open();
    commands.filterEdit()->setText(QStringLiteral("e"));
    commands.resize(420, 170);
    saveWidget(commands, QString(name).replace(QStringLiteral("controls"), QStringLiteral("commands")));
    commands.hide();
    saveWidget(window, name);
}

void save(Scene &scene, const QPalette &palette, const QString &name, bool select, QSize size = {878, 720},
          qreal zoom = 1)
{
    ArticleView view;
    view.setPalette(palette);
    view.resize(size);
    view.setZoom(zoom);
    view.setRelatedKeys({1, 2, 3});
    view.setStyles(sampleStyles());
    view.setHighlightSource(&scene.source);
    if (!scene.source.cards.isEmpty())
        view.setCardSource(&scene.source);
    view.show();
    view.setArticle(scene.text, scene.headline, scene.byline);
    view.setFocusedKey(scene.focused);
    if (select)
        view.setSelection(qint32(scene.text.indexOf(u"in a long")), qint32(scene.text.indexOf(u"residents") + 9));
    view.setFocus();
    saveWidget(view, name);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QDir folder(application.arguments().value(1, QStringLiteral(".")));
    const QString suffix = QStringLiteral("-%1.png").arg(qRound(application.devicePixelRatio() * 100));
    Scene first = english();
    Scene second = rightToLeft();
    save(first, lightPalette(), folder.filePath(QStringLiteral("light") + suffix), true);
    save(first, darkPalette(), folder.filePath(QStringLiteral("dark") + suffix), true);
    save(second, lightPalette(), folder.filePath(QStringLiteral("rtl-light") + suffix), false);
    save(second, darkPalette(), folder.filePath(QStringLiteral("rtl-dark") + suffix), false);
    save(first, lightPalette(), folder.filePath(QStringLiteral("wide") + suffix), false, {1500, 900}, 1.3);
    saveControls(lightPalette(), folder.filePath(QStringLiteral("controls-light") + suffix));
    saveControls(darkPalette(), folder.filePath(QStringLiteral("controls-dark") + suffix));
    return 0;
}
