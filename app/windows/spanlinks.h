// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/id.h>

#include <QAbstractButton>

namespace Quoth::Windows {

/// Words of the article in a few lines at most, to be clicked. Checked: the one that is meant.
class SpanLink : public QAbstractButton
{
    Q_OBJECT

public:
    explicit SpanLink(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The texts of spans below each other.
class SpanLinks : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        SpanId id;
        QString text;

        bool operator==(const Entry &) const = default;
    };

    explicit SpanLinks(const QString &name, QWidget *parent = nullptr);

    void setEntries(const QList<Entry> &entries, std::optional<SpanId> current);

signals:
    void chosen(Quoth::SpanId id);

private:
    SpanLink *addLink();

    QString m_name;
    QList<Entry> m_entries;
    QList<SpanLink *> m_links;
};

} // namespace Quoth::Windows
