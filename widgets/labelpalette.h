// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <widgets/painting/highlight.h>

#include <QAbstractButton>
#include <QList>
#include <QWidget>

namespace Quoth::Widgets {

struct PaletteLabel
{
    QString name;
    QString title;
    QString key;
    QColor colour;
    Mark mark = Mark::Box;
    QString toolTip;

    bool operator==(const PaletteLabel &) const = default;
};

/// A label as a pill: a swatch in the shape of its mark, its title and its key.
class LabelButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LabelButton(const PaletteLabel &label, QWidget *parent = nullptr);

    const PaletteLabel &label() const { return m_label; }
    void setStuck(bool stuck);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PaletteLabel m_label;
    bool m_stuck = false;
};

/// The labels of a schema in a row. A click or Space triggers one; none stays checked by itself, setChecked shows
/// which label the current highlight has.
class LabelPalette : public QWidget
{
    Q_OBJECT

public:
    explicit LabelPalette(QWidget *parent = nullptr);

    void setLabels(const QList<PaletteLabel> &labels);
    /// Shows that label as the current one; an empty name shows none.
    void setChecked(const QString &name);
    /// Shows that label as one that sticks: all that is selected gets it. An empty name shows none.
    void setStuck(const QString &name);
    QList<LabelButton *> buttons() const { return m_buttons; }

signals:
    void labelTriggered(const QString &name);

private:
    QList<LabelButton *> m_buttons;
    QString m_checked;
    QString m_stuck;
};

} // namespace Quoth::Widgets
