// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "speakertexts.h"

#include "choicebox.h"

#include <widgets/painting/colours.h>

#include <QCoreApplication>
#include <QPainter>

namespace Quoth::Windows {

using Annotation::SpeakerType;

namespace {

constexpr int swatchSide = 14;

QString tr(const char *text) { return QCoreApplication::translate("Quoth::Windows", text); }

} // namespace

QString titleOf(SpeakerType type)
{
    switch (type) {
    case SpeakerType::Person: return tr("person");
    case SpeakerType::Organisation: return tr("organisation");
    case SpeakerType::Country: return tr("country");
    case SpeakerType::Group: return tr("group");
    case SpeakerType::Anonymous: return tr("anonymous");
    case SpeakerType::Article: return tr("the article");
    }
    Q_UNREACHABLE();
}

void fillWithTypes(ChoiceBox &box)
{
    for (const SpeakerType type : {SpeakerType::Person, SpeakerType::Organisation, SpeakerType::Country, SpeakerType::Group,
                                   SpeakerType::Anonymous, SpeakerType::Article})
        box.addItem(titleOf(type), int(type));
}

bool isPronoun(const QString &words)
{
    static const QStringList pronouns
        = QStringLiteral("he she it they we you i this that these those who one his her their").split(u' ');
    return pronouns.contains(words.toLower());
}

QIcon swatchOf(const QColor &colour, const QPalette &palette)
{
    QPixmap pixmap(swatchSide * 2, swatchSide * 2);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    // On a ground of its own, so that it is seen in a row that is chosen.
    painter.setPen(Widgets::frameColour(palette));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawRoundedRect(QRectF(0.5, 0.5, swatchSide - 1, swatchSide - 1), 3, 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(2.5, 2.5, swatchSide - 5, swatchSide - 5), 2, 2);
    return QIcon(pixmap);
}

} // namespace Quoth::Windows
