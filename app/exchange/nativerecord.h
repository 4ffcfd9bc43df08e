// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format.h"

#include <QJsonObject>

namespace Quoth::Exchange {

/// The article as the object that a line of the native file holds: what the writers of formats that name things by strings start from, and
/// with RecordReader what their readers come back to. Offsets count code points of the article's text.
QJsonObject recordOf(const Annotation::AnnotatedArticle &article);
/// The record without what stands in it of the annotations: id, title, text, meta, speakers and the fields beside them.
QJsonObject articleFieldsOf(QJsonObject record);

} // namespace Quoth::Exchange
