// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "releasecard.h"

#include <app/base/version.h>

#include <algorithm>

namespace Quoth::Tasks {

using namespace Annotation;
using Exchange::ReleasedText;
using Exchange::yamlString;

namespace {

/// Text from the project as part of a line of Markdown.
QByteArray plain(const QString &text)
{
    QString out;
    for (const QChar c : text.simplified()) {
        if (QStringView(u"\\`*_[]<>|#&~").contains(c))
            out += u'\\';
        out += c;
    }
    return out.toUtf8();
}

QByteArray sizeCategory(int articles)
{
    static constexpr std::pair<int, const char *> categories[]
        = {{1000, "n<1K"}, {10000, "1K<n<10K"}, {100000, "10K<n<100K"}, {1000000, "100K<n<1M"}, {10000000, "1M<n<10M"}};
    for (const auto &[limit, name] : categories) {
        if (articles < limit)
            return name;
    }
    return "10M<n<100M";
}

class CardWriter
{
public:
    explicit CardWriter(const ReleaseCard &card) : m_card(card)
    {
        for (const Measure::SplitShare &share : card.recipe.splits.shares)
            m_splits.append(share.name);
    }

    QByteArray write()
    {
        writeHead();
        writeIntroduction();
        writeNumbers();
        writeRecord();
        writeSchema();
        writeProvenance();
        writeSplits();
        writeLeftOut();
        return m_out;
    }

private:
    void line(const QByteArray &text = {}) { m_out += text + '\n'; }
    void heading(const QByteArray &text) { m_out += "\n## " + text + "\n\n"; }

    void writeHead()
    {
        const QString license = hubLicense(m_card.recipe.license);
        line("---");
        list("annotations_creators", annotationsCreators());
        const QStringList languages = m_card.recipe.languages.isEmpty() ? m_card.plan.languages : m_card.recipe.languages;
        if (!languages.isEmpty())
            list("language", languages);
        line("license: " + yamlString(license));
        if (license == u"other")
            line("license_name: " + yamlString(m_card.recipe.license.toLower().simplified().replace(u' ', u'-')));
        line("pretty_name: " + yamlString(m_card.name.simplified()));
        list("size_categories", {QString::fromLatin1(sizeCategory(int(m_card.plan.articles.size())))});
        list("task_categories", {QStringLiteral("token-classification")});
        list("tags", {QStringLiteral("quotation-attribution"), QStringLiteral("news")});
        line("configs:");
        line("- config_name: default");
        line("  data_files:");
        for (const QString &split : m_splits) {
            line("  - split: " + split.toUtf8());
            line("    path: " + yamlString(releaseFileOf(split)));
        }
        line("dataset_info:");
        line("  features:");
        m_out += m_card.plan.columns.features();
        line("  splits:");
        qint64 bytes = 0;
        for (const QString &split : m_splits) {
            const qint64 size = bytesOf(split);
            bytes += size;
            line("  - name: " + split.toUtf8());
            line("    num_bytes: " + QByteArray::number(size));
            line("    num_examples: " + QByteArray::number(m_card.counts.total(QStringLiteral("articles"), split)));
        }
        line("  download_size: " + QByteArray::number(bytes));
        line("  dataset_size: " + QByteArray::number(bytes));
        line("---");
    }

    void list(const QByteArray &key, const QStringList &values)
    {
        line(key + ':');
        for (const QString &value : values)
            line("- " + yamlString(value)); // without the quotes "no" would be false
    }

    QStringList annotationsCreators() const
    {
        const QSet<QString> kinds = m_card.counts.originKinds();
        QStringList creators;
        if (kinds.contains(QStringLiteral("person")))
            creators.append(QStringLiteral("expert-generated"));
        if (kinds.contains(QStringLiteral("detector")))
            creators.append(QStringLiteral("machine-generated"));
        if (kinds.contains(QStringLiteral("import")))
            creators.append(QStringLiteral("found"));
        return creators.isEmpty() ? QStringList{QStringLiteral("no-annotation")} : creators;
    }

    qint64 bytesOf(const QString &split) const
    {
        const auto file = std::find_if(m_card.files.begin(), m_card.files.end(), [&](const auto &one) { return one.path == releaseFileOf(split); });
        return file == m_card.files.end() ? 0 : file->bytes;
    }

    void writeIntroduction()
    {
        line();
        line("# " + plain(m_card.name));
        line();
        if (!m_card.recipe.description.isEmpty()) {
            line(m_card.recipe.description.trimmed().toUtf8());
            line();
        }
        line("News articles in which is labelled who said what: " + QByteArray::number(m_card.plan.articles.size()) + " articles, "
             + QByteArray::number(m_card.counts.total(QStringLiteral("attributions"))) + " attributions, "
             + QByteArray::number(m_card.counts.total(QStringLiteral("spans"))) + " spans.");
    }

    void table(const QByteArray &title, const ReleaseCounts::ByValue &rows, const QByteArray &none, bool byNumber = true)
    {
        constexpr qsizetype most = 50;
        QList<std::pair<QString, int>> order;
        for (auto i = rows.begin(); i != rows.end(); ++i) {
            int sum = 0;
            for (const int count : *i)
                sum += count;
            order.append({i.key(), sum});
        }
        if (byNumber)
            std::stable_sort(order.begin(), order.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
        line("| " + title + " | " + m_splits.join(u" | ").toUtf8() + " | all |");
        line("| --- |" + QByteArray(" ---: |").repeated(m_splits.size() + 1));
        for (const auto &[value, sum] : order.first(std::min(most, order.size()))) {
            QByteArray row = "| " + (value.isEmpty() ? none : plain(value)) + " |";
            for (const QString &split : m_splits)
                row += ' ' + QByteArray::number(rows.value(value).value(split)) + " |";
            line(row + ' ' + QByteArray::number(sum) + " |");
        }
        if (order.size() > most)
            line("| and " + QByteArray::number(order.size() - most) + " more |" + QByteArray(" |").repeated(m_splits.size() + 1));
        line();
    }

    void writeNumbers()
    {
        heading("Numbers");
        const auto of = [&](const char *what) { return m_card.counts.of(QString::fromLatin1(what)); };
        table("in all", of("total"), {}, false);
        table("label of spans", of("label"), {});
        table("type of frames", of("frame"), {});
        table("kind of attributions", of("kind"), "none given");
        table("state of review", of("state"), {});
        table("outlet of articles", of("outlet"), "not known");
        table("language of articles", of("language"), "not known");
    }

    void writeRecord()
    {
        heading("What a line holds");
        line("One JSON object an article, in UTF-8. All offsets count Unicode code points (the characters of a Python `str`) and are half-open."
             " A span has one or more `fragments`; an attribution joins spans by their `id` in the roles of its frame type, and repeats the"
             " fragments of source, cue and content. `speaker` is an `id` in `speakers`; `claimant` the attribution in whose content a claim stands."
             " What is not known is null or empty.");
        line();
        if (m_card.recipe.text == ReleasedText::Whole)
            return line("The text of the articles is in `text`.");
        line("The text of the articles is not part of this dataset. `sha256` is that of the text in UTF-8 with line feeds as line breaks, "
             "`characters` its length: who has the article can tell whether it is the same text, and apply the offsets.");
        if (m_card.recipe.text == ReleasedText::Quotes)
            line("The words of labelled spans are in their `text`.");
    }

    void writeSchema()
    {
        heading("Labels and guidelines");
        line("The schema \"" + plain(m_card.schema.title.isEmpty() ? m_card.schema.name : m_card.schema.title) + "\" is in `schema.json`.");
        line();
        for (const Label &label : m_card.schema.labels) {
            line("- **" + plain(label.name) + "**: " + plain(label.guideline));
            for (const AttributeType &attribute : label.attributes)
                line("  - attribute `" + attribute.name.toUtf8() + "`: " + (attribute.values.isEmpty() ? QByteArray("free words") : plain(attribute.values.join(u", "))));
        }
        for (const FrameType &frame : m_card.schema.frameTypes) {
            line("- **" + plain(frame.name) + "** (frame): " + plain(frame.guideline));
            for (const Role &role : frame.roles)
                line("  - role `" + role.name.toUtf8() + "`: " + plain(role.labels.join(u", ")) + (role.required ? ", always there" : ""));
        }
    }

    void writeProvenance()
    {
        heading("Who labelled");
        line("Spans and attributions by who made them; of detectors, programs that suggest, with the version that was at work. Accepted ones"
             " were looked at by a person, suggested ones not yet. Released with Quoth " QUOTH_VERSION ".");
        line();
        table("made by", m_card.counts.of(QStringLiteral("origin")), {});
    }

    void writeSplits()
    {
        const ReleaseSplits &splits = m_card.recipe.splits;
        heading("How the splits were made");
        QByteArrayList shares;
        for (const Measure::SplitShare &share : splits.shares)
            shares.append(share.name.toUtf8() + ' ' + QByteArray::number(share.share, 'g', 12));
        line("Shares asked for: " + shares.join(", ") + "; seed " + QByteArray::number(splits.seed) + ". Articles that belong together are in the same split: "
             + QByteArray::number(m_card.plan.groups) + " groups, dealt out so that articles and attributions of each kind come near to the shares.");
        line();
        if (splits.similarity > 0)
            line("- Near-duplicates belong together: articles with the same address, and those of which one has at least "
                 + QByteArray::number(splits.similarity * 100, 'g', 6) + " % of its runs of five words in common with the other ("
                 + QByteArray::number(m_card.plan.similarPairs) + " pairs).");
        else
            line("- Near-duplicates were not looked for.");
        for (const QString &field : splits.groupBy)
            line("- Articles with the same `" + field.toUtf8() + "` belong together.");
        if (splits.keep)
            line("- Articles stay in the split that they had in earlier releases with this seed and these shares, where their group can.");
    }

    void writeLeftOut()
    {
        heading("What is left out");
        const ReleaseSelection &selection = m_card.recipe.selection;
        QStringList states;
        for (const State state : selection.states)
            states.append(toString(state));
        line("- " + QByteArray::number(m_card.plan.leftOut) + " articles of the project that were not chosen"
             + (selection.review == ReviewStage::Any ? QByteArray() : "; review had to be " + toString(selection.review).toUtf8()) + ".");
        line("- Spans and attributions that are not " + states.join(u" or ").toUtf8() + ", and the roles that such spans fill in others.");
        if (m_card.recipe.text == ReleasedText::Whole)
            return;
        line("- The text of the articles and their titles, further metadata, explanations, notes, and attributes in free words.");
        if (m_card.recipe.text == ReleasedText::None)
            line("- The words of the spans.");
    }

    const ReleaseCard &m_card;
    QStringList m_splits;
    QByteArray m_out;
};

} // namespace

QByteArray releaseCardText(const ReleaseCard &card) { return CardWriter(card).write(); }

QString hubLicense(const QString &license)
{
    static const QStringList known = QStringLiteral(
        "apache-2.0 mit afl-3.0 artistic-2.0 bsl-1.0 bsd bsd-2-clause bsd-3-clause cc cc0-1.0 cc-by-2.0 cc-by-2.5 cc-by-3.0 cc-by-4.0 cc-by-sa-3.0"
        " cc-by-sa-4.0 cc-by-nc-2.0 cc-by-nc-3.0 cc-by-nc-4.0 cc-by-nd-4.0 cc-by-nc-nd-3.0 cc-by-nc-nd-4.0 cc-by-nc-sa-2.0 cc-by-nc-sa-3.0"
        " cc-by-nc-sa-4.0 cdla-sharing-1.0 cdla-permissive-1.0 cdla-permissive-2.0 wtfpl ecl-2.0 epl-1.0 epl-2.0 etalab-2.0 eupl-1.1 eupl-1.2"
        " agpl-3.0 gfdl gpl gpl-2.0 gpl-3.0 lgpl lgpl-2.1 lgpl-3.0 isc lppl-1.3c ms-pl mpl-2.0 odc-by odbl osl-3.0 postgresql ofl-1.1 ncsa"
        " unlicense zlib pddl unknown other").split(u' ');
    QString id = license.trimmed().toLower();
    if (id.isEmpty())
        return QStringLiteral("unknown");
    for (const QString &suffix : {QStringLiteral("-or-later"), QStringLiteral("-only")}) {
        if (id.endsWith(suffix))
            id.chop(suffix.size());
    }
    const std::pair<QString, QString> others[] = {{QStringLiteral("odc-by-1.0"), QStringLiteral("odc-by")},
                                                  {QStringLiteral("odbl-1.0"), QStringLiteral("odbl")},
                                                  {QStringLiteral("pddl-1.0"), QStringLiteral("pddl")}};
    for (const auto &[spdx, hub] : others) {
        if (id == spdx)
            id = hub;
    }
    return known.contains(id) ? id : QStringLiteral("other");
}

QString releaseFileOf(const QString &split) { return QStringLiteral("data/%1.jsonl").arg(split); }

} // namespace Quoth::Tasks
