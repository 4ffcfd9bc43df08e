// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "speakeredit.h"

#include "choicebox.h"
#include "projectquestion.h"
#include "softlabel.h"
#include "speakerline.h"
#include "speakertexts.h"

#include <app/editing/speakername.h>

#include <QVBoxLayout>

namespace Quoth::Windows {

using namespace Annotation;
using namespace std::chrono_literals;
using Editing::Item;

SpeakerEdit::SpeakerEdit(Workbench &workbench, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_line(new SpeakerLine(this)), m_type(new ChoiceBox(this)), m_about(new SoftLabel({}, this))
{
    m_line->setObjectName(QStringLiteral("speakerName"));
    m_line->setAccessibleName(tr("Speaker"));
    m_line->setPlaceholderText(tr("Nobody yet"));
    m_line->setToolTip(tr("To whom the words are credited. Enter takes the name, Escape leaves it as it was."));
    m_type->setObjectName(QStringLiteral("speakerType"));
    m_type->setAccessibleName(tr("Type of speaker"));
    fillWithTypes(*m_type);
    m_about->setObjectName(QStringLiteral("speakerAbout"));
    m_soon.setSingleShot(true);
    m_soon.setInterval(100ms);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_line);
    layout->addWidget(m_type);
    layout->addWidget(m_about);
    setFocusProxy(m_line);

    connect(m_line, &SpeakerLine::focused, this, [this] {
        m_line->setOffers(m_workbench.index().speakers());
        if (m_line->text().isEmpty())
            m_line->setText(proposal());
        m_line->selectAll();
    });
    connect(m_line, &SpeakerLine::given, this, [this] {
        give();
        emit done();
    });
    connect(m_line, &SpeakerLine::speakerChosen, this, [this](SpeakerId id) {
        choose(id);
        emit done();
    });
    connect(m_line, &SpeakerLine::takenBack, this, [this] {
        restore();
        emit done();
    });
    connect(m_line, &SpeakerLine::left, this, [this](bool byTab) {
        if (byTab && m_line->isModified())
            give();
        restore();
    });
    connect(m_type, &ChoiceBox::chosen, this, &SpeakerEdit::changeType);
    connect(&m_soon, &QTimer::timeout, this, &SpeakerEdit::askMentions);
    Editing::EditSession &session = workbench.session();
    connect(&session, &Editing::EditSession::savedChanged, this, [this, &session] {
        if (session.isSaved() && m_shown)
            m_soon.start();
    });
}

const Speaker *SpeakerEdit::speaker() const
{
    if (!m_item)
        return nullptr;
    const AnnotationIndex &index = m_workbench.index();
    std::optional<SpeakerId> id;
    if (const auto *spanId = std::get_if<SpanId>(&*m_item)) {
        if (const Span *span = index.span(*spanId))
            id = span->speaker;
    } else if (const Attribution *attribution = index.attribution(std::get<AttributionId>(*m_item))) {
        id = speakerOf(*attribution, index);
    }
    return id ? index.speaker(*id) : nullptr;
}

QString SpeakerEdit::proposal() const
{
    if (!m_item || speaker())
        return {};
    const AnnotationIndex &index = m_workbench.index();
    QList<SpanId> sources;
    if (const auto *spanId = std::get_if<SpanId>(&*m_item))
        sources.append(*spanId);
    else if (const Attribution *attribution = index.attribution(std::get<AttributionId>(*m_item)))
        sources = attribution->spans(sourceRole);
    for (const SpanId id : std::as_const(sources)) {
        const Span *span = index.span(id);
        const QString words = span ? textOf(span->fragments, m_workbench.article().text).simplified() : QString();
        if (Editing::isName(words))
            return words;
    }
    return {};
}

void SpeakerEdit::setItem(std::optional<Item> item)
{
    const bool isSame = item == m_item;
    m_item = item;
    const Speaker *now = speaker();
    const bool isProposed = !now && m_line->hasFocus() && !m_line->text().isEmpty();
    const std::optional<SpeakerId> id = now ? std::optional(now->id) : std::nullopt;
    if (id != m_shown) {
        m_shown = id;
        m_mentions.reset();
        if (id)
            m_soon.start();
    }
    if (!isSame || !(m_line->isModified() || isProposed))
        restore();
    if (now || !isSame)
        m_type->setValue(int(now ? now->type : SpeakerType::Person));
    showAbout();
}

void SpeakerEdit::start()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void SpeakerEdit::restore()
{
    const Speaker *now = speaker();
    m_line->setText(now ? now->name : QString());
    m_line->setCursorPosition(0); // of a long name the begin is seen
}

void SpeakerEdit::give()
{
    const QString name = m_line->text().simplified();
    const Speaker *now = speaker();
    m_line->setModified(false);
    if (!m_item || name == (now ? now->name : QString()))
        return;
    const auto type = now ? SpeakerType::Person : SpeakerType(m_type->value().toInt());
    m_workbench.commit(m_workbench.edits().setSpeakerByName(*m_item, name, type));
}

void SpeakerEdit::choose(SpeakerId id)
{
    m_line->setModified(false);
    if (m_item)
        m_workbench.commit(m_workbench.edits().setSpeaker(*m_item, id));
    restore();
}

void SpeakerEdit::changeType(const QVariant &type)
{
    const Speaker *now = speaker();
    if (!now)
        return; // it will be the type of the new speaker
    Speaker changed = *now;
    changed.type = SpeakerType(type.toInt());
    m_workbench.commit(m_workbench.edits().changeSpeaker(changed));
}

void SpeakerEdit::showAbout()
{
    QStringList parts;
    if (m_mentions)
        parts.append(tr("%n mention(s)", nullptr, int(*m_mentions)));
    if (const Speaker *now = speaker(); now && !now->wikidata.isEmpty())
        parts.append(now->wikidata);
    m_about->setText(parts.join(QStringLiteral(" \u00B7 ")));
    m_about->setVisible(!parts.isEmpty());
}

void SpeakerEdit::askMentions()
{
    if (!m_shown)
        return;
    const SpeakerId id = *m_shown;
    askProject(
        m_workbench.session(), this,
        [id](Storage::Project &project) {
            return project.database().value(
                QStringLiteral("SELECT count(*) FROM spans WHERE speaker = ? AND state <> 'rejected'"
                               " AND article NOT IN (SELECT id FROM articles WHERE withdrawn = 1)"), {id.number()});
        },
        [this, id](const Result<QVariant> &count) {
            if (count && m_shown == id) {
                m_mentions = count->toLongLong();
                showAbout();
            }
        });
}

} // namespace Quoth::Windows
