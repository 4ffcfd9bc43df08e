// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "losslist.h"

#include <app/annotation/annotations.h>

#include <QByteArray>

namespace Quoth::Exchange {

/// The TEI element of one article (TEI P5 guidelines, chapters 3, 13, 16, 17 and 18). Lines become <p>; a line end within one is <lb/>. The
/// annotations stand off: an <anchor> wherever a span begins or ends; a <span from to> a piece in a <spanGrp> of its label, pieces
/// joined by next and prev; a <linkGrp> an attribution, whose targFunc names the roles; and for each an <fs> with state, origin, speaker,
/// attributes. For simple readers content of attributions is <said who direct> in the text as well, a scare quote <soCalled>, a source
/// <rs ref>, where they nest in each other and in a paragraph. prefix makes the ids unique in the file.
QByteArray teiArticle(const Annotation::AnnotatedArticle &article, const QString &prefix, LossList &losses);

} // namespace Quoth::Exchange
