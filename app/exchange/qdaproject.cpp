// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "qdaproject.h"

#include "words.h"
#include "xmltext.h"

#include <QSet>

namespace Quoth::Exchange {

namespace {

constexpr int deepestCode = 200;

class ProjectParser
{
public:
    ProjectParser(const QByteArray &bytes, const QString &place, IssueList &issues) : m_xml(bytes), m_place(place), m_issues(issues) { }

    Result<QdaProject> parse()
    {
        if (!nextStartElement(m_xml) || m_xml.name() != u"Project") {
            const Result<void> read = xmlResult(m_xml, m_place);
            return read ? Error{ErrorCode::BadInput, Words::tr("This is no project of the REFI-QDA standard."), m_place} : read.error();
        }
        if (!m_xml.namespaceUri().startsWith(u"urn:QDA-XML:project:1"))
            m_issues.warn(Words::tr("The project is of an unknown version of the standard (%1); it was read as 1.0.").arg(m_xml.namespaceUri()), m_place);
        m_project.origin = attribute("origin");
        eachChild([this](QStringView name) {
            if (name == u"Users")
                eachChild([this](QStringView) { m_project.users.insert(guid("guid"), attribute("name")); m_xml.skipCurrentElement(); });
            else if (name == u"CodeBook")
                eachChild([this](QStringView) { readCodes(); });
            else if (name == u"Variables")
                eachChild([this](QStringView) { m_project.variables.insert(guid("guid"), attribute("name")); m_xml.skipCurrentElement(); });
            else if (name == u"Cases")
                eachChild([this](QStringView) { readCase(); });
            else if (name == u"Sources")
                eachChild([this](QStringView kind) { readAnySource(kind); });
            else if (name == u"Notes")
                eachChild([this](QStringView) { readNote(); });
            else if (name == u"Links")
                eachChild([this](QStringView) { readLink(); });
            else
                m_xml.skipCurrentElement();
        });
        if (const Result<void> read = xmlResult(m_xml, m_place); !read)
            m_issues.error(Words::tr("%1 What stands before that was taken.").arg(read.error().message), read.error().place);
        nameCodes();
        return std::move(m_project);
    }

private:
    struct Code
    {
        QString guid;
        QString name;
        QString path;
    };

    template<class Call>
    void eachChild(Call call)
    {
        while (nextStartElement(m_xml))
            call(m_xml.name());
    }

    QString attribute(const char *name) const { return m_xml.attributes().value(QLatin1String(name)).toString(); }
    QString guid(const char *name) const { return qdaGuid(m_xml.attributes().value(QLatin1String(name))); }
    QString text() { return m_xml.readElementText(QXmlStreamReader::SkipChildElements); }

    QString takeTarget()
    {
        const QString target = guid("targetGUID");
        m_xml.skipCurrentElement();
        return target;
    }

    void readCodes()
    {
        if (m_xml.name() != u"Codes") {
            m_xml.skipCurrentElement();
            return;
        }
        eachChild([this](QStringView name) { name == u"Code" ? readCode({}, 0) : m_xml.skipCurrentElement(); });
    }

    void readCode(const QString &above, int depth)
    {
        const QString name = attribute("name");
        const QString path = above.isEmpty() ? name : above + QStringLiteral(" > ") + name;
        m_codes.append({guid("guid"), name, path});
        if (depth > deepestCode) {
            m_xml.raiseError(Words::tr("its codes are nested too deep"));
            return;
        }
        eachChild([&](QStringView child) { child == u"Code" ? readCode(path, depth + 1) : m_xml.skipCurrentElement(); });
    }

    void nameCodes()
    {
        QHash<QString, int> uses;
        for (const Code &code : std::as_const(m_codes))
            ++uses[code.name];
        for (const Code &code : std::as_const(m_codes))
            m_project.codes.insert(code.guid, uses.value(code.name) > 1 ? code.path : code.name);
    }

    void readCase()
    {
        QdaProject::Case one{guid("guid"), attribute("name"), {}, {}};
        eachChild([&](QStringView name) {
            if (name == u"Description")
                one.description = text();
            else if (name == u"SelectionRef")
                one.selections.append(takeTarget());
            else
                m_xml.skipCurrentElement();
        });
        m_project.cases.append(std::move(one));
    }

    void readAnySource(QStringView kind)
    {
        if (kind == u"TextSource") {
            readSource(attribute("name"));
        } else if (kind == u"PDFSource") {
            const QString name = attribute("name");
            bool hasText = false;
            eachChild([&](QStringView child) {
                if (child == u"Representation" && !hasText) {
                    hasText = true;
                    readSource(name);
                } else {
                    m_xml.skipCurrentElement();
                }
            });
            m_project.otherSources += !hasText;
        } else {
            ++m_project.otherSources;
            m_xml.skipCurrentElement();
        }
    }

    void readSource(const QString &name)
    {
        QdaProject::Source source;
        source.guid = guid("guid");
        source.name = name;
        source.path = attribute("plainTextPath");
        source.line = m_xml.lineNumber();
        eachChild([&](QStringView child) {
            if (child == u"Description") {
                source.description = text();
            } else if (child == u"PlainTextContent") {
                source.content = text();
            } else if (child == u"PlainTextSelection") {
                readSelection(source);
            } else if (child == u"VariableValue") {
                readValue(source);
            } else {
                source.codings += child == u"Coding";
                m_xml.skipCurrentElement();
            }
        });
        m_project.sources.append(std::move(source));
    }

    void readValue(QdaProject::Source &source)
    {
        QString variable;
        QString value;
        eachChild([&](QStringView child) {
            if (child == u"VariableRef")
                variable = takeTarget();
            else
                value = text();
        });
        source.values.append({variable, value});
    }

    void readSelection(QdaProject::Source &source)
    {
        QdaProject::Selection selection;
        selection.guid = guid("guid");
        selection.name = attribute("name");
        selection.user = guid("creatingUser");
        selection.line = m_xml.lineNumber();
        bool hasBegin = false;
        bool hasEnd = false;
        selection.begin = m_xml.attributes().value(QLatin1String("startPosition")).toLongLong(&hasBegin);
        selection.end = m_xml.attributes().value(QLatin1String("endPosition")).toLongLong(&hasEnd);
        eachChild([&](QStringView child) {
            if (child == u"Description") {
                selection.description = text();
            } else if (child == u"Coding") {
                eachChild([&](QStringView reference) {
                    if (reference == u"CodeRef")
                        selection.codes.append(takeTarget());
                    else if (reference == u"NoteRef")
                        selection.notes.append(takeTarget());
                    else
                        m_xml.skipCurrentElement();
                });
            } else if (child == u"NoteRef") {
                selection.notes.append(takeTarget());
            } else {
                m_xml.skipCurrentElement();
            }
        });
        if (!hasBegin || !hasEnd) {
            m_issues.warn(Words::tr("A selection without positions was dropped."), lineOf(m_place, selection.line));
            return;
        }
        if (m_selections.contains(selection.guid))
            m_issues.warn(Words::tr("A selection's GUID is given twice; references mean the first."), lineOf(m_place, selection.line));
        m_selections.insert(selection.guid);
        source.selections.append(std::move(selection));
    }

    void readNote()
    {
        QdaProject::Note note{guid("guid"), {}, attribute("plainTextPath"), {}};
        eachChild([&](QStringView name) {
            if (name == u"Description")
                note.description = text();
            else if (name == u"PlainTextContent")
                note.content = text();
            else
                m_xml.skipCurrentElement();
        });
        m_project.notes.append(std::move(note));
    }

    void readLink()
    {
        QdaProject::Link link{guid("originGUID"), guid("targetGUID"), {}};
        eachChild([&](QStringView name) {
            if (name == u"NoteRef")
                link.notes.append(takeTarget());
            else
                m_xml.skipCurrentElement();
        });
        m_project.links.append(std::move(link));
    }

    QXmlStreamReader m_xml;
    const QString &m_place;
    IssueList &m_issues;
    QdaProject m_project;
    QList<Code> m_codes;
    QSet<QString> m_selections;
};

} // namespace

QString qdaGuid(QStringView text)
{
    QStringView bare = text.trimmed();
    if (bare.startsWith(u'{') && bare.endsWith(u'}'))
        bare = bare.sliced(1, bare.size() - 2);
    return bare.toString().toUpper();
}

Result<QdaProject> parseQdaProject(const QByteArray &xml, const QString &place, IssueList &issues) { return ProjectParser(xml, place, issues).parse(); }

} // namespace Quoth::Exchange
