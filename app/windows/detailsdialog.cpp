// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "detailsdialog.h"

#include "dialogbuttons.h"

#include <widgets/keytext.h>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>

namespace Quoth::Windows {

namespace {

QString nameOf(const QString &language)
{
    const QLocale locale(language);
    QString name = locale.nativeLanguageName();
    return locale.language() == QLocale::C || name.isEmpty() ? language : QStringLiteral("%1 (%2)").arg(name, language);
}

} // namespace

DetailsDialog::DetailsDialog(const Annotation::Article &article, QWidget *parent) : QDialog(parent), m_before(article.meta)
{
    setWindowTitle(tr("Article details"));
    m_title = field("title", m_before.title);
    m_title->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    m_outlet = field("outlet", m_before.outlet);
    m_author = field("author", m_before.author);
    m_published = field("published", m_before.published);
    m_published->setPlaceholderText(QStringLiteral("2026-05-04"));
    m_url = field("url", m_before.url);
    m_language = new QComboBox;
    m_language->setObjectName(QStringLiteral("details.language"));
    m_language->addItem(tr("told from the text"), QString());
    QStringList languages{QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("fr"), QStringLiteral("es"), QStringLiteral("it"), QStringLiteral("pt"), QStringLiteral("nl"),
                          QStringLiteral("pl"), QStringLiteral("uk"), QStringLiteral("ru"), QStringLiteral("tr"), QStringLiteral("ar"), QStringLiteral("he"), QStringLiteral("zh"),
                          QStringLiteral("ja"), QStringLiteral("ko")};
    if (!m_before.language.isEmpty() && !languages.contains(m_before.language))
        languages.prepend(m_before.language);
    for (const QString &language : std::as_const(languages))
        m_language->addItem(nameOf(language), language);
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_before.language)));

    auto *id = new QLabel(article.externalId);
    id->setTextInteractionFlags(Qt::TextSelectableByMouse);
    id->setTextFormat(Qt::PlainText);
    auto *form = new QFormLayout;
    const std::pair<QString, QWidget *> rows[] = {{tr("&Title:"), m_title},       {tr("&Outlet:"), m_outlet}, {tr("&Author:"), m_author},
                                                  {tr("&Date:"), m_published},    {tr("Add&ress:"), m_url},   {tr("&Language:"), m_language},
                                                  {tr("Id:"), id}};
    for (const auto &[title, widget] : rows) {
        form->addRow(title, widget);
        const QString name = Widgets::withoutMnemonic(title).chopped(1);
        if (widget == id)
            widget->setAccessibleDescription(name); // its text is its name
        else
            widget->setAccessibleName(name);
    }
    auto *says = new QLabel(tr("The language decides which words the detectors know; suggest again after a change."));
    says->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(says);
    layout->addStretch(1);
    layout->addWidget(buttons);
    finishButtons(*buttons, *buttons->button(QDialogButtonBox::Ok));
}

QLineEdit *DetailsDialog::field(const char *name, const QString &value)
{
    auto *edit = new QLineEdit(value);
    edit->setObjectName(QStringLiteral("details.") + QLatin1String(name));
    edit->setCursorPosition(0);
    return edit;
}

Annotation::ArticleMeta DetailsDialog::meta() const
{
    Annotation::ArticleMeta meta = m_before;
    meta.title = m_title->text().trimmed();
    meta.outlet = m_outlet->text().trimmed();
    meta.author = m_author->text().trimmed();
    meta.published = m_published->text().trimmed();
    meta.url = m_url->text().trimmed();
    meta.language = m_language->currentData().toString();
    return meta;
}

} // namespace Quoth::Windows
