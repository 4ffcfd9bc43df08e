// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/speaker.h>

#include <QIcon>
#include <QPalette>

namespace Quoth::Windows {

class ChoiceBox;

/// "person", "the article": for people.
QString titleOf(Annotation::SpeakerType type);
/// All types, their values as numbers.
void fillWithTypes(ChoiceBox &box);
/// Whether it is a word that names somebody else at each place.
bool isPronoun(const QString &words);
/// The colour that a speaker has in the text, as a small square.
QIcon swatchOf(const QColor &colour, const QPalette &palette);

} // namespace Quoth::Windows
