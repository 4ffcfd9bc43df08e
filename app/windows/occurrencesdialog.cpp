// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "occurrencesdialog.h"

#include "projectquestion.h"

#include <widgets/painting/colours.h>

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace Quoth::Windows {

using namespace Annotation;
using Editing::Occurrence;
using Editing::Occurrences;

namespace {

const QString setting = QStringLiteral("occurrences/inProject");
constexpr qsizetype longestWords = 60;

} // namespace

OccurrencesDialog::OccurrencesDialog(Workbench &workbench, const Span &span, QWidget *parent)
    : QDialog(parent), m_workbench(workbench), m_wholeWords(new QCheckBox(tr("&Whole words only"))),
      m_matchCase(new QCheckBox(tr("&Upper and lower case as here"))), m_article(new QRadioButton(tr("In &this article"))),
      m_project(new QRadioButton(tr("In the whole &project"))), m_count(new QLabel), m_examples(new QTextBrowser)
{
    setWindowTitle(tr("Suggest at all occurrences"));
    m_query.search.words = textOf(span.fragments, workbench.article().text);
    m_query.label = span.label;
    const Label *label = workbench.schema().label(span.label);
    const Speaker *speaker = span.speaker ? workbench.index().speaker(*span.speaker) : nullptr;
    QString words = m_query.search.words.simplified();
    if (words.size() > longestWords)
        words = words.left(longestWords) + u'…';
    const QString title = label ? label->title : span.label;
    auto *heading = new QLabel(speaker ? tr("Wherever “%1” stands again, suggest “%2”, credited to %3.").arg(words, title, speaker->name)
                                       : tr("Wherever “%1” stands again, suggest “%2”.").arg(words, title));
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    m_wholeWords->setChecked(true);
    m_matchCase->setChecked(true);
    (QSettings().value(setting).toBool() ? m_project : m_article)->setChecked(true);
    m_count->setObjectName(QStringLiteral("count"));
    m_count->setWordWrap(true);
    m_examples->setAccessibleName(tr("Where the words stand"));
    m_examples->setOpenLinks(false);
    m_examples->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_suggest = buttons->addButton(tr("Suggest"), QDialogButtonBox::AcceptRole);

    auto *options = new QHBoxLayout;
    auto *matching = new QVBoxLayout;
    matching->addWidget(m_wholeWords);
    matching->addWidget(m_matchCase);
    auto *places = new QVBoxLayout;
    places->addWidget(m_article);
    places->addWidget(m_project);
    options->addLayout(matching);
    options->addSpacing(24);
    options->addLayout(places);
    options->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(heading);
    layout->addLayout(options);
    layout->addWidget(m_count);
    layout->addWidget(m_examples, 1);
    layout->addWidget(buttons);
    m_suggest->setDefault(true); // once it is in the dialog, which would choose another one
    resize(620, 420);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        QSettings().setValue(setting, m_project->isChecked());
        accept();
    });
    for (QAbstractButton *button : QList<QAbstractButton *>{m_wholeWords, m_matchCase, m_project})
        connect(button, &QAbstractButton::toggled, this, &OccurrencesDialog::look);
    m_suggest->setFocus();
    look();
}

OccurrencesDialog::~OccurrencesDialog() { m_search.cancel(); }

void OccurrencesDialog::look()
{
    m_query.search.wholeWords = m_wholeWords->isChecked();
    m_query.search.matchCase = m_matchCase->isChecked();
    m_query.article = m_article->isChecked() ? std::optional(m_workbench.article().id) : std::nullopt;
    m_search.cancel();
    m_search = Progress();
    m_suggest->setEnabled(false);
    m_count->setText(tr("Looking…"));
    askProject(
        m_workbench.session(), this,
        [query = m_query, progress = m_search](Storage::Project &project) { return Editing::findOccurrences(project, query, progress); },
        [this, query = m_query](const Result<Occurrences> &found) {
            if (query != m_query)
                return; // another question was asked since
            if (found)
                show(*found);
            else
                m_count->setText(found.error().text());
        });
}

void OccurrencesDialog::show(const Occurrences &found)
{
    const bool isAnywhere = found.places > 0;
    m_suggest->setEnabled(isAnywhere);
    if (isAnywhere && !m_examples->hasFocus())
        m_suggest->setFocus();
    m_count->setText(!isAnywhere ? tr("No further place. What is labelled so already, or was rejected, does not count.")
                         : m_query.article ? tr("%n further place(s) in this article.", nullptr, found.places)
                                           : tr("%1 in %n article(s).", "places", found.articles).arg(tr("%n further place(s)", nullptr, found.places)));
    m_suggest->setText(isAnywhere ? tr("Suggest %1").arg(QLocale().toString(found.places)) : tr("Suggest"));
    QString html;
    const QString soft = Widgets::softText(palette()).name();
    QString article;
    for (const Occurrence &example : found.examples) {
        if (!m_query.article && example.article != article) {
            article = example.article;
            html += QStringLiteral("<p style=\"color:%1; margin:6px 0 0 0\">%2</p>").arg(soft, article.toHtmlEscaped());
        }
        html += QStringLiteral("<p dir=\"auto\" style=\"margin:2px 0\">%1<b>%2</b>%3</p>")
                    .arg(example.before.toHtmlEscaped(), example.words.toHtmlEscaped(), example.after.toHtmlEscaped());
    }
    if (const int more = found.places - int(found.examples.size()); more > 0)
        html += QStringLiteral("<p style=\"color:%1\">%2</p>").arg(soft, tr("and %n more", nullptr, more));
    m_examples->setHtml(html);
}

} // namespace Quoth::Windows
