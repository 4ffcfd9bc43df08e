// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/result.h>

#include <QXmlStreamReader>

namespace Quoth::Exchange {

/// Whether XML 1.0 can carry a text and a reader gives it back as it was: no control characters, no CR.
bool isXmlText(QStringView text);
/// The text for an element or a quoted attribute; characters that XML 1.0 forbids become blanks.
QString xmlEscaped(QStringView text);

/// The next token, as QXmlStreamReader::readNext(), but a document type is an error: nobody needs one in the files that are read here, and
/// entities are a way to fill the memory.
QXmlStreamReader::TokenType nextToken(QXmlStreamReader &xml);
/// As QXmlStreamReader::readNextStartElement(), with the same refusal.
bool nextStartElement(QXmlStreamReader &xml);
/// Where and why the XML could not be read to its end; good if it could.
Result<void> xmlResult(const QXmlStreamReader &xml, const QString &place);

} // namespace Quoth::Exchange
