// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "drawing.h"

#include <app/base/result.h>

#include <QImage>
#include <QStringList>

namespace Quoth::Rendering {

/// What is drawn of an evaluation: how far confidences are true, and what accepting all above a confidence gives. Shares are from 0 to 1.
struct EvaluationPicture
{
    struct Bin
    {
        qint64 count = 0;
        double confidence = 0; ///< mean
        double right = 0; ///< share
    };
    struct Point
    {
        double least = 0; ///< the confidence from which on all is accepted
        double precision = 0;
        double recall = 0;
    };
    struct Series
    {
        std::vector<Bin> bins; ///< of equal width from 0 to 1
        std::vector<Point> curve; ///< ascending
        double expectedError = 0;
    };

    QString title;
    qint64 attributions = 0;
    Series linked; ///< right: half of the content, source and cue touched
    Series full; ///< right: source, cue and content exact
};

/// A reliability diagram with the number of attributions below it, and beside it precision and recall over the threshold.
Drawing drawingOf(const EvaluationPicture &picture, bool dark = false);
/// Needs a QGuiApplication for its fonts.
QImage renderImage(const EvaluationPicture &picture, double scale, bool dark = false);

/// The suffixes that renderEvaluation() knows: "png", "svg".
QStringList evaluationSuffixes();
/// Writes the kind of file that the path's suffix says; it appears when it is whole.
Result<void> renderEvaluation(const EvaluationPicture &picture, const QString &path);

} // namespace Quoth::Rendering
