// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "releaseform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace Quoth::Windows {

using Annotation::State;
using Exchange::ReleasedText;
using Tasks::ReviewStage;

namespace {

const QString outletField = QStringLiteral("outlet");
const QString dayField = QStringLiteral("day");
const QStringList splitNames{QStringLiteral("train"), QStringLiteral("validation"), QStringLiteral("test")};
constexpr int mostShare = 100;

/// What the box of a share shows: a whole number.
int shown(double share) { return std::clamp(qRound(share), 0, mostShare); }

void setListed(QStringList &list, const QString &entry, bool listed)
{
    list.removeAll(entry);
    if (listed)
        list.append(entry);
}

} // namespace

ReleaseForm::ReleaseForm(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(buildDataset());
    layout->addWidget(buildArticles());
    layout->addWidget(buildSplits());
    layout->addStretch(1);
    setRecipe({});
}

QCheckBox *ReleaseForm::box(const QString &text, const QString &name)
{
    auto *box = new QCheckBox(text);
    box->setObjectName(QStringLiteral("release.") + name);
    connect(box, &QCheckBox::toggled, this, &ReleaseForm::changed);
    return box;
}

QWidget *ReleaseForm::buildDataset()
{
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("release.name"));
    m_name->setAccessibleName(tr("Name of the dataset"));
    m_name->setPlaceholderText(tr("that of the project"));
    m_license = new QComboBox;
    m_license->setObjectName(QStringLiteral("release.license"));
    m_license->setAccessibleName(tr("Licence"));
    m_license->setEditable(true);
    m_license->addItems({QString(), QStringLiteral("CC-BY-4.0"), QStringLiteral("CC-BY-SA-4.0"), QStringLiteral("CC-BY-NC-4.0"), QStringLiteral("CC0-1.0"),
                         QStringLiteral("ODC-By-1.0")});
    m_license->lineEdit()->setPlaceholderText(tr("none given"));
    m_description = new QPlainTextEdit;
    m_description->setObjectName(QStringLiteral("release.description"));
    m_description->setAccessibleName(tr("Description"));
    m_description->setTabChangesFocus(true);
    m_description->setPlaceholderText(tr("What these articles are, who labelled them, and what for"));
    m_description->setMaximumHeight(fontMetrics().lineSpacing() * 4);
    m_text = new QComboBox;
    m_text->setObjectName(QStringLiteral("release.text"));
    m_text->setAccessibleName(tr("Texts"));
    m_text->addItem(tr("with the articles’ texts"), int(ReleasedText::Whole));
    m_text->addItem(tr("without texts: offsets and labelled words"), int(ReleasedText::Quotes));
    m_text->addItem(tr("without texts and words: offsets alone"), int(ReleasedText::None));
    connect(m_name, &QLineEdit::textChanged, this, &ReleaseForm::changed);
    connect(m_license, &QComboBox::currentTextChanged, this, &ReleaseForm::changed);
    connect(m_description, &QPlainTextEdit::textChanged, this, &ReleaseForm::changed);
    connect(m_text, &QComboBox::currentIndexChanged, this, &ReleaseForm::changed);
    auto *group = new QGroupBox(tr("Dataset"));
    auto *form = new QFormLayout(group);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Licence:"), m_license);
    form->addRow(tr("&Description:"), m_description);
    form->addRow(tr("&Texts:"), m_text);
    return group;
}

QWidget *ReleaseForm::buildArticles()
{
    m_accepted = box(tr("&accepted"), QStringLiteral("accepted"));
    m_suggested = box(tr("&suggested"), QStringLiteral("suggested"));
    m_rejected = box(tr("&rejected"), QStringLiteral("rejected"));
    auto *states = new QHBoxLayout;
    for (QCheckBox *state : {m_accepted, m_suggested, m_rejected})
        states->addWidget(state);
    states->addStretch(1);
    m_review = new QComboBox;
    m_review->setObjectName(QStringLiteral("release.review"));
    m_review->setAccessibleName(tr("Articles"));
    m_review->addItem(tr("all articles"), int(ReviewStage::Any));
    m_review->addItem(tr("those where something is decided"), int(ReviewStage::Started));
    m_review->addItem(tr("those where nothing is left to decide"), int(ReviewStage::Complete));
    connect(m_review, &QComboBox::currentIndexChanged, this, &ReleaseForm::changed);
    auto *group = new QGroupBox(tr("What goes in"));
    auto *form = new QFormLayout(group);
    form->addRow(tr("Highlights:"), states);
    form->addRow(tr("Art&icles:"), m_review);
    return group;
}

QWidget *ReleaseForm::buildSplits()
{
    auto *shares = new QHBoxLayout;
    const std::pair<QString, QString> splits[] = {{tr("Training"), QStringLiteral("train")}, {tr("Validation"), QStringLiteral("validation")}, {tr("Test"), QStringLiteral("test")}};
    for (std::size_t i = 0; i < 3; ++i) {
        auto *share = new QSpinBox;
        share->setObjectName(QStringLiteral("release.") + splits[i].second);
        share->setAccessibleName(tr("Share of: %1").arg(splits[i].first));
        share->setRange(0, mostShare);
        share->setSuffix(tr(" %"));
        connect(share, &QSpinBox::valueChanged, this, &ReleaseForm::changed);
        auto *title = new QLabel(splits[i].first);
        title->setBuddy(share);
        shares->addWidget(title);
        shares->addWidget(share);
        m_shares[i] = share;
    }
    shares->addStretch(1);
    m_similar = box(tr("versions of one story (by their words)"), QStringLiteral("similar"));
    m_byOutlet = box(tr("articles of one outlet"), QStringLiteral("outlet"));
    m_byDay = box(tr("articles of one day"), QStringLiteral("day"));
    m_keep = box(tr("Articles stay where they were in earlier releases"), QStringLiteral("keep"));
    auto *together = new QVBoxLayout;
    for (QCheckBox *reason : {m_similar, m_byOutlet, m_byDay})
        together->addWidget(reason);
    auto *group = new QGroupBox(tr("Splits"));
    auto *form = new QFormLayout(group);
    form->addRow(tr("Shares:"), shares);
    form->addRow(tr("Never in two splits:"), together);
    form->addRow(QString(), m_keep);
    return group;
}

void ReleaseForm::setRecipe(const Tasks::ReleaseRecipe &recipe)
{
    {
        const QSignalBlocker blocker(this);
        m_recipe = recipe;
        m_name->setText(recipe.name);
        m_license->setCurrentText(recipe.license);
        m_description->setPlainText(recipe.description);
        m_text->setCurrentIndex(m_text->findData(int(recipe.text)));
        m_accepted->setChecked(recipe.selection.states.contains(State::Accepted));
        m_suggested->setChecked(recipe.selection.states.contains(State::Suggested));
        m_rejected->setChecked(recipe.selection.states.contains(State::Rejected));
        m_review->setCurrentIndex(m_review->findData(int(recipe.selection.review)));
        for (std::size_t i = 0; i < 3; ++i) {
            double share = 0;
            for (const Measure::SplitShare &known : recipe.splits.shares)
                share = known.name == splitNames[qsizetype(i)] ? known.share : share;
            m_shares[i]->setValue(shown(share));
        }
        m_similar->setChecked(recipe.splits.similarity > 0);
        m_byOutlet->setChecked(recipe.splits.groupBy.contains(outletField));
        m_byDay->setChecked(recipe.splits.groupBy.contains(dayField));
        m_keep->setChecked(recipe.splits.keep);
    }
    emit changed();
}

/// Splits of other names, and shares that the boxes show rounded, stay as they were.
QList<Measure::SplitShare> ReleaseForm::chosenShares() const
{
    QList<Measure::SplitShare> shares = m_recipe.splits.shares;
    for (std::size_t i = 0; i < 3; ++i) {
        const QString &name = splitNames[qsizetype(i)];
        const int value = m_shares[i]->value();
        const auto known = std::find_if(shares.begin(), shares.end(), [&name](const Measure::SplitShare &share) { return share.name == name; });
        if (known == shares.end() && value > 0)
            shares.append({name, double(value)});
        else if (known != shares.end() && value != shown(known->share) && value > 0)
            known->share = value;
        else if (known != shares.end() && value != shown(known->share))
            shares.erase(known);
    }
    return shares;
}

Tasks::ReleaseRecipe ReleaseForm::recipe() const
{
    Tasks::ReleaseRecipe recipe = m_recipe;
    recipe.name = m_name->text().trimmed();
    recipe.license = m_license->currentText().trimmed();
    recipe.description = m_description->toPlainText().trimmed();
    recipe.text = ReleasedText(m_text->currentData().toInt());
    recipe.selection.states.clear();
    const std::pair<QCheckBox *, State> states[] = {{m_accepted, State::Accepted}, {m_suggested, State::Suggested}, {m_rejected, State::Rejected}};
    for (const auto &[box, state] : states) {
        if (box->isChecked())
            recipe.selection.states.append(state);
    }
    recipe.selection.review = ReviewStage(m_review->currentData().toInt());
    recipe.splits.shares = chosenShares();
    const double similarity = m_recipe.splits.similarity > 0 ? m_recipe.splits.similarity : Tasks::ReleaseSplits().similarity;
    recipe.splits.similarity = m_similar->isChecked() ? similarity : 0;
    setListed(recipe.splits.groupBy, outletField, m_byOutlet->isChecked());
    setListed(recipe.splits.groupBy, dayField, m_byDay->isChecked());
    recipe.splits.keep = m_keep->isChecked();
    return recipe;
}

} // namespace Quoth::Windows
