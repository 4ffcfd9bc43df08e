// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cardaccessible.h"

namespace Quoth::Widgets {

std::optional<PlacedCard> CardAccessible::placed() const
{
    for (const PlacedCard &placed : m_view.visibleCards()) {
        if (placed.card.key == m_key)
            return placed;
    }
    return std::nullopt;
}

QList<CardButton> CardAccessible::buttons() const
{
    const auto here = placed();
    return here && here->card.current ? cardButtons(here->card, here->rect, m_view.font()) : QList<CardButton>();
}

QString CardAccessible::text(QAccessible::Text kind) const
{
    const auto here = placed();
    if (!here)
        return {};
    const MarginCard &card = here->card;
    QStringList parts;
    if (kind == QAccessible::Name)
        parts = {card.title, card.detail};
    if (kind == QAccessible::Description) {
        parts.append(card.badge);
        if (card.current) {
            for (const CardSlot &slot : card.cardSlots)
                parts.append(slot.title + QStringLiteral(": ")
                             + (slot.words.isEmpty() ? ArticleView::tr("nothing yet") : slot.words));
        }
        for (const QString &line : card.lines)
            parts.append(line.trimmed());
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QRect CardAccessible::rect() const
{
    const auto here = placed();
    return here ? QRect(m_view.viewport()->mapToGlobal(here->rect.topLeft()), here->rect.size()) : QRect();
}

QAccessible::State CardAccessible::state() const
{
    QAccessible::State state;
    const auto here = placed();
    state.invalid = !here;
    state.selectable = true;
    state.selected = here && here->card.current;
    return state;
}

void *CardAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

QStringList CardAccessible::actionNames() const
{
    QStringList names{pressAction()};
    for (const CardButton &button : buttons())
        names.append(button.text);
    return names;
}

void CardAccessible::doAction(const QString &name)
{
    if (name == pressAction()) {
        emit m_view.cardActivated(m_key);
        return;
    }
    for (const CardButton &button : buttons()) {
        if (button.text == name) {
            emit m_view.cardActionTriggered(m_key, button.action);
            return;
        }
    }
}

QStringList CardAccessible::keyBindingsForAction(const QString &name) const
{
    for (const CardButton &button : buttons()) {
        if (button.text == name)
            return {button.key};
    }
    return {};
}

} // namespace Quoth::Widgets
