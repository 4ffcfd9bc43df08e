// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "itemform.h"

#include "attributefields.h"
#include "choicebox.h"
#include "noteedit.h"
#include "provenancetext.h"
#include "rowgrid.h"
#include "spanlinks.h"
#include "speakeredit.h"

#include <QLabel>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace Quoth::Windows {

using namespace Annotation;
using Editing::Item;

namespace {

constexpr qsizetype longestWords = 600;
constexpr int noKind = -1;
const QString separator = QStringLiteral(" \u00B7 ");

QLabel *makeText(const QString &objectName, const QString &what, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setAccessibleDescription(what); // its text is its name for a screen reader
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ItemForm::ItemForm(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_form(new RowGrid(this))
    , m_speaker(new SpeakerEdit(workbench, this))
    , m_words(new SpanLinks(tr("Words"), this))
    , m_kind(nullptr)
{
    m_form->addRow(tr("Speaker"), m_speaker);
    addRoleRows();
    m_form->addRow(tr("Words"), m_words);
    addKindRow();
    m_attributes = new AttributeFields(workbench, m_form, this);
    m_state = makeText(QStringLiteral("state"), tr("State"), this);
    m_form->addRow(tr("State"), m_state);
    m_origin = makeText(QStringLiteral("origin"), tr("From"), this);
    m_form->addRow(tr("From"), m_origin);
    m_why = makeText(QStringLiteral("why"), tr("Why"), this);
    m_form->addRow(tr("Why"), m_why);
    m_note = new NoteEdit(this);
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setAccessibleName(tr("Note"));
    m_form->addRow(tr("Note"), m_note);

    connect(m_words, &SpanLinks::chosen, this, [this](SpanId id) { m_workbench.setCurrent(m_item, id, true); });
    connect(m_speaker, &SpeakerEdit::done, this, &ItemForm::done);
    connect(m_note, &NoteEdit::given, this, &ItemForm::finish);
    connect(m_note, &NoteEdit::done, this, &ItemForm::done);
    connect(&workbench.model(), &AnnotationModel::aboutToBeReset, this, &ItemForm::keepNoteOfClosingArticle);
    connect(&workbench.model(), &AnnotationModel::reset, this, &ItemForm::writeKeptNote);
}

void ItemForm::addRoleRows()
{
    for (const FrameType &type : m_workbench.schema().frameTypes) {
        for (const Role &role : type.roles) {
            if (m_roles.contains(role.name))
                continue;
            auto *links = new SpanLinks(role.title, this);
            links->setObjectName(QStringLiteral("role.") + role.name);
            connect(links, &SpanLinks::chosen, this, [this](SpanId id) { m_workbench.setCurrent(m_item, id, true); });
            m_roles.insert(role.name, links);
            m_form->addRow(role.title, links);
        }
    }
}

void ItemForm::addKindRow()
{
    m_kind = new ChoiceBox(this);
    m_kind->setObjectName(QStringLiteral("kind"));
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->addItem(tr("direct"), int(Kind::Direct));
    m_kind->addItem(tr("indirect"), int(Kind::Indirect));
    m_kind->addItem(tr("mixed"), int(Kind::Mixed));
    m_kind->addItem(tr("none", "kind of quotation"), noKind);
    m_form->addRow(tr("Kind"), m_kind);
    connect(m_kind, &ChoiceBox::chosen, this, [this](const QVariant &value) {
        const auto *id = m_item ? std::get_if<AttributionId>(&*m_item) : nullptr;
        if (!id)
            return;
        const auto kind = value.toInt() == noKind ? std::nullopt : std::optional(Kind(value.toInt()));
        m_workbench.commit(m_workbench.edits().setKind(*id, kind));
    });
}

bool ItemForm::takesSpeaker() const
{
    if (!m_item)
        return false;
    const Schema &schema = m_workbench.schema();
    if (const auto *spanId = std::get_if<SpanId>(&*m_item)) {
        const Span *span = m_workbench.index().span(*spanId);
        const Label *label = span ? schema.label(span->label) : nullptr;
        return label && label->namesSpeaker;
    }
    const Attribution *attribution = m_workbench.index().attribution(std::get<AttributionId>(*m_item));
    const FrameType *type = attribution ? schema.frameType(attribution->type) : nullptr;
    return type && std::any_of(type->roles.begin(), type->roles.end(), [](const Role &role) { return role.name == sourceRole; });
}

void ItemForm::editSpeaker()
{
    m_speaker->start();
}

void ItemForm::editNote()
{
    m_note->start();
}

void ItemForm::finish()
{
    if (!m_noted || !m_note->isTyping())
        return;
    const QString note = m_note->note();
    m_note->settle(); // first: committing refreshes
    if (isThere(*m_noted))
        m_workbench.commit(m_workbench.edits().setNote(*m_noted, note));
}

bool ItemForm::isThere(const Item &item) const
{
    const auto *span = std::get_if<SpanId>(&item);
    return span ? m_workbench.index().span(*span) != nullptr : m_workbench.index().attribution(std::get<AttributionId>(item)) != nullptr;
}

void ItemForm::keepNoteOfClosingArticle()
{
    if (m_noted && m_note->isTyping())
        m_keptNote = m_workbench.edits().setNote(*m_noted, m_note->note());
}

void ItemForm::writeKeptNote()
{
    const Edit kept = std::exchange(m_keptNote, {});
    // Where the same article was read again, refresh() has written the note over what is there now.
    if (kept.article && !(m_workbench.model().isOpen() && m_workbench.article().id == *kept.article))
        m_workbench.commit(kept);
}

void ItemForm::refresh()
{
    const std::optional<Item> item = m_workbench.current();
    const std::optional<SpanId> part = m_workbench.currentSpan();
    const std::optional<Item> noted = item && part ? std::optional<Item>(*part) : item;
    if (noted != m_noted)
        finish();
    const bool isSame = noted == m_noted;
    m_item = item;
    m_noted = noted;
    m_speaker->setItem(takesSpeaker() ? item : std::nullopt);
    m_attributes->showSpan(m_workbench.currentSpan());
    if (!item)
        return;
    m_form->setRowVisible(m_speaker, takesSpeaker());
    if (const auto *spanId = std::get_if<SpanId>(&*item)) {
        const Span &span = *m_workbench.index().span(*spanId);
        showFreeSpan(span);
    } else {
        const Attribution &attribution = *m_workbench.index().attribution(std::get<AttributionId>(*item));
        showAttribution(attribution);
    }
    if (!isSame || !m_note->isTyping())
        showNote();
}

void ItemForm::showNote()
{
    const auto *spanId = std::get_if<SpanId>(&*m_noted);
    const Span *span = spanId ? m_workbench.index().span(*spanId) : nullptr;
    QString title = tr("Note");
    if (span && *m_item != *m_noted) {
        const Label *label = m_workbench.schema().label(span->label);
        title = tr("Note on “%1”", "a label").arg(label ? label->title : span->label);
    }
    m_form->setRowTitle(m_note, title);
    m_note->setAccessibleName(title);
    m_note->setNote(span ? span->note : m_workbench.index().attribution(std::get<AttributionId>(*m_noted))->note);
}

void ItemForm::showAttribution(const Attribution &attribution)
{
    for (auto it = m_roles.cbegin(); it != m_roles.cend(); ++it) {
        QList<SpanLinks::Entry> entries;
        const QList<SpanId> spans = attribution.spans(it.key());
        for (const SpanId id : spans) {
            if (const Span *span = m_workbench.index().span(id))
                entries.append({id, wordsOf(*span)});
        }
        it.value()->setEntries(entries, m_workbench.currentSpan());
        m_form->setRowVisible(it.value(), !entries.isEmpty());
    }
    m_form->setRowVisible(m_words, false);
    m_form->setRowVisible(m_kind, m_roles.contains(contentRole));
    m_kind->setValue(attribution.kind ? int(*attribution.kind) : noKind);
    showProvenance(attribution.provenance);
}

void ItemForm::showFreeSpan(const Span &span)
{
    for (SpanLinks *links : std::as_const(m_roles))
        m_form->setRowVisible(links, false);
    m_words->setEntries({{span.id, wordsOf(span)}}, std::nullopt);
    m_form->setRowVisible(m_words, true);
    m_form->setRowVisible(m_kind, false);
    showProvenance(span.provenance);
}

void ItemForm::showProvenance(const Provenance &provenance)
{
    QStringList state{stateText(provenance.state)};
    if (provenance.confidence)
        state.append(QLocale().toString(*provenance.confidence, 'f', 2));
    m_state->setText(state.join(separator));
    const QString origin = originText(provenance.origin);
    m_origin->setText(origin);
    m_form->setRowVisible(m_origin, !origin.isEmpty());
    m_why->setText(provenance.explanation);
    m_form->setRowVisible(m_why, !provenance.explanation.isEmpty());
}

QString ItemForm::wordsOf(const Span &span) const
{
    const QString words = textOf(span.fragments, m_workbench.article().text, u" \u2026 ").simplified().left(longestWords);
    static const QString quotes = QStringLiteral("\"\u201C\u201D\u201E\u00AB\u00BB\u2018'");
    return !words.isEmpty() && quotes.contains(words.front()) ? words : tr("“%1”").arg(words);
}

} // namespace Quoth::Windows
