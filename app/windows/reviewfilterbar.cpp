// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reviewfilterbar.h"

#include "collation.h"
#include "workbench.h"

#include <widgets/clearbutton.h>
#include <widgets/flowlayout.h>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

namespace Quoth::Windows {

using namespace Annotation;

namespace {

constexpr int typingPause = 150;
constexpr qlonglong anybody = 0;
constexpr qlonglong nobody = -1;

enum class NoteChoice { Any = -1, Noted = 100 }; // beside the states

/// What an origin is chosen by: its kind and its name.
QString originKey(OriginKind kind, const QString &name) { return toString(kind) + u'/' + name; }

void choose(QComboBox *box, const QVariant &value)
{
    const int row = box->findData(value);
    box->setCurrentIndex(std::max(0, row));
}

QDoubleSpinBox *makeConfidence(const QString &name, const QString &accessibleName, double value)
{
    auto *box = new QDoubleSpinBox;
    box->setObjectName(name);
    box->setAccessibleName(accessibleName);
    box->setToolTip(accessibleName);
    box->setRange(0, 1);
    box->setDecimals(2);
    box->setSingleStep(0.05);
    box->setValue(value);
    return box;
}

} // namespace

ReviewFilterBar::ReviewFilterBar(Workbench &workbench, QWidget *parent) : QWidget(parent), m_workbench(workbench)
{
    addFields();
    m_soon.setSingleShot(true);
    m_soon.setInterval(typingPause);
    connect(&m_soon, &QTimer::timeout, this, &ReviewFilterBar::tell);
    connect(m_text, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    for (QComboBox *box : {m_what, m_state, m_from, m_speaker})
        connect(box, &QComboBox::currentIndexChanged, this, &ReviewFilterBar::tell);
    for (QDoubleSpinBox *box : {m_least, m_most})
        connect(box, &QDoubleSpinBox::valueChanged, this, &ReviewFilterBar::tell);
    connect(m_clear, &QToolButton::clicked, this, &ReviewFilterBar::clear);
    connect(&workbench.session(), &Editing::EditSession::schemaChanged, this, [this] {
        offerLabels();
        tell();
    });
    refreshOffers();
    tell();
}

QComboBox *ReviewFilterBar::addChoice(const QString &name, const QString &accessibleName)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(accessibleName);
    box->setToolTip(accessibleName);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMaxVisibleItems(20);
    layout()->addWidget(box);
    return box;
}

void ReviewFilterBar::addFields()
{
    auto *flow = new Widgets::FlowLayout(this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_text = new QLineEdit;
    m_text->setObjectName(QStringLiteral("review.text"));
    m_text->setAccessibleName(tr("Filter by words, speaker or note"));
    m_text->setPlaceholderText(tr("Words, speaker or note"));
    Widgets::addClearButton(*m_text);
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * 26);
    m_text->installEventFilter(this);
    flow->addWidget(m_text);

    m_what = addChoice(QStringLiteral("review.what"), tr("What is listed"));
    offerLabels();
    m_state = addChoice(QStringLiteral("review.state"), tr("State"));
    m_state->addItem(tr("Any state"), int(NoteChoice::Any));
    m_state->addItem(tr("Open"), int(State::Suggested));
    m_state->addItem(tr("Accepted"), int(State::Accepted));
    m_state->addItem(tr("Rejected"), int(State::Rejected));
    m_state->addItem(tr("With a note"), int(NoteChoice::Noted));

    auto *range = new QWidget;
    auto *row = new QHBoxLayout(range);
    row->setContentsMargins(0, 0, 0, 0);
    m_least = makeConfidence(QStringLiteral("review.least"), tr("Least confidence"), 0);
    m_most = makeConfidence(QStringLiteral("review.most"), tr("Greatest confidence"), 1);
    row->addWidget(new QLabel(tr("Confidence")));
    row->addWidget(m_least);
    row->addWidget(new QLabel(tr("to", "from one confidence to another")));
    row->addWidget(m_most);
    flow->addWidget(range);

    m_from = addChoice(QStringLiteral("review.from"), tr("Made by"));
    m_speaker = addChoice(QStringLiteral("review.speaker"), tr("Credited to"));
    m_clear = new QToolButton;
    m_clear->setObjectName(QStringLiteral("review.clear"));
    m_clear->setText(tr("Show all"));
    m_clear->setToolTip(tr("Takes all filters away"));
    m_clear->setFocusPolicy(Qt::StrongFocus);
    flow->addWidget(m_clear);
}

void ReviewFilterBar::offerLabels()
{
    const QSignalBlocker quiet(m_what);
    const QVariant what = m_what->currentData();
    m_what->clear();
    m_what->addItem(tr("Attributions and free spans"), QString());
    for (const FrameType &type : m_workbench.schema().frameTypes)
        m_what->addItem(tr("Only: %1", "a label").arg(type.title), type.name);
    for (const Label &label : m_workbench.schema().labels)
        m_what->addItem(tr("Only: %1", "a label").arg(label.title), label.name);
    choose(m_what, what);
}

void ReviewFilterBar::refreshOffers()
{
    const QSignalBlocker quietFrom(m_from);
    const QSignalBlocker quietSpeaker(m_speaker);
    const QVariant from = m_from->currentData();
    const QVariant speaker = m_speaker->currentData();
    m_from->clear();
    m_from->addItem(tr("Made by anybody"), QString());
    m_from->addItem(tr("Made by people"), originKey(OriginKind::Person, {}));
    m_from->addItem(tr("Found by detectors"), originKey(OriginKind::Detector, {}));
    m_from->addItem(tr("Imported"), originKey(OriginKind::Import, {}));
    m_speaker->clear();
    m_speaker->addItem(tr("Anybody’s words"), anybody);
    m_speaker->addItem(tr("Without a speaker"), nobody);
    if (m_workbench.model().isOpen()) {
        const AnnotationIndex &index = m_workbench.index();
        QSet<QString> names;
        QSet<SpeakerId> credited;
        const auto see = [&](const Provenance &provenance, std::optional<SpeakerId> id) {
            if (!provenance.origin.name.isEmpty())
                names.insert(originKey(provenance.origin.kind, provenance.origin.name));
            if (id)
                credited.insert(*id);
        };
        for (const IntervalIndex::Entry &entry : index.spansInOrder())
            see(index.span(entry.id)->provenance, index.span(entry.id)->speaker);
        const QList<AttributionId> attributions = index.attributionsInOrder();
        for (const AttributionId id : attributions)
            see(index.attribution(id)->provenance, index.attribution(id)->speaker);
        QStringList sorted(names.begin(), names.end());
        sortByLanguage(sorted);
        for (const QString &key : std::as_const(sorted))
            m_from->addItem(tr("Made by %1").arg(key.section(u'/', 1)), key);
        QList<Speaker> speakers = index.speakers();
        sortByLanguage(speakers);
        for (const Speaker &one : std::as_const(speakers)) {
            if (credited.contains(one.id) || speaker.toLongLong() == one.id.number())
                m_speaker->addItem(one.name, one.id.number());
        }
    }
    choose(m_from, from);
    choose(m_speaker, speaker);
    if (m_from->currentData() != from || m_speaker->currentData() != speaker)
        m_soon.start(); // what was chosen is not in this article
}

Editing::ReviewFilter ReviewFilterBar::filter() const
{
    Editing::ReviewFilter filter;
    filter.text = m_text->text().simplified();
    if (const QString label = m_what->currentData().toString(); !label.isEmpty())
        filter.labels = {label};
    const int state = m_state->currentData().toInt();
    filter.withNote = state == int(NoteChoice::Noted);
    if (state >= 0 && !filter.withNote)
        filter.states = {State(state)};
    filter.minConfidence = m_least->value();
    filter.maxConfidence = m_most->value();
    if (const QString from = m_from->currentData().toString(); !from.isEmpty()) {
        filter.originKind = originKindFromString(from.section(u'/', 0, 0));
        filter.originName = from.section(u'/', 1);
    }
    const qlonglong speaker = m_speaker->currentData().toLongLong();
    filter.withoutSpeaker = speaker == nobody;
    if (speaker > anybody)
        filter.speaker = SpeakerId(speaker);
    return filter;
}

void ReviewFilterBar::setFilter(const Editing::ReviewFilter &filter)
{
    {
        const QSignalBlocker quiet(this);
        m_text->setText(filter.text);
        choose(m_what, filter.labels.value(0));
        choose(m_state, filter.withNote           ? int(NoteChoice::Noted)
                   : filter.states.size() == 1 ? int(filter.states.constFirst())
                                               : int(NoteChoice::Any));
        m_least->setValue(filter.minConfidence);
        m_most->setValue(filter.maxConfidence);
        choose(m_from, filter.originKind ? originKey(*filter.originKind, filter.originName) : QString());
        choose(m_speaker, filter.withoutSpeaker ? nobody : filter.speaker ? filter.speaker->number() : anybody);
    }
    tell();
}

QString ReviewFilterBar::description() const
{
    return Editing::describe(filter(), m_workbench.schema(), m_speaker->currentText());
}

void ReviewFilterBar::clear() { setFilter({}); }

void ReviewFilterBar::tell()
{
    m_soon.stop();
    m_clear->setEnabled(!(filter() == Editing::ReviewFilter()));
    emit filterChanged();
}

bool ReviewFilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_text || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        tell();
        emit done();
        return true;
    case Qt::Key_Escape:
        if (m_text->text().isEmpty())
            break;
        m_text->clear();
        return true;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Quoth::Windows
