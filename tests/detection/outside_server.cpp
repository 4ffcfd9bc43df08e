// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A peer for the tests of detectors from outside, written apart from the program: it uses nothing of app/.
//   outside_server                  serves HTTP on a free port of 127.0.0.1 and prints the port; the first part of the path is how
//                                   it behaves: /good/detect, /hang/predict, /status500/info
//   outside_server --program HOW    speaks the protocol on standard input and output, behaving so

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QUrl>
#include <QXmlStreamReader>

#include <cstdio>
#include <iostream>
#include <string>

namespace {

const QString who = QStringLiteral("Mayor Ann Reed");
const QString cue = QStringLiteral("said");
const QString quote = QStringLiteral("\u201CThe bridge will open in May,\u201D");

QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

qsizetype codePoints(const QString &text, qsizetype utf16) { return text.left(utf16).toUcs4().size(); }

QJsonArray pairOf(const QString &text, const QString &words)
{
    const qsizetype at = text.indexOf(words);
    return {codePoints(text, at), codePoints(text, at + words.size())};
}

QJsonObject hello()
{
    return {{QStringLiteral("name"), QStringLiteral("test")},
            {QStringLiteral("version"), QStringLiteral("2.1")},
            {QStringLiteral("protocol"), 1}};
}

QJsonObject quothAnswer(const QJsonObject &record)
{
    const QString text = record.value(u"text").toString();
    QJsonObject answer{{QStringLiteral("id"), record.value(u"id")}};
    if (!text.contains(who))
        return answer;
    const auto span = [&text](const char *id, const char *label, const QString &words) {
        return QJsonObject{{QStringLiteral("id"), QLatin1String(id)},
                           {QStringLiteral("label"), QLatin1String(label)},
                           {QStringLiteral("fragments"), QJsonArray{pairOf(text, words)}},
                           {QStringLiteral("text"), QJsonArray{words}},
                           {QStringLiteral("confidence"), 0.75},
                           {QStringLiteral("explanation"), QStringLiteral("it says so")}};
    };
    QJsonObject speaker = span("s", "Speaker", who);
    speaker.insert(QStringLiteral("speaker"), QStringLiteral("p"));
    answer.insert(QStringLiteral("spans"), QJsonArray{speaker, span("c", "Cue", cue), span("q", "Quotation", quote)});
    answer.insert(QStringLiteral("speakers"),
                  QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("p")},
                                         {QStringLiteral("name"), QStringLiteral("Ann Reed")},
                                         {QStringLiteral("type"), QStringLiteral("person")}}});
    answer.insert(QStringLiteral("attributions"),
                  QJsonArray{QJsonObject{{QStringLiteral("spans"),
                                          QJsonObject{{QStringLiteral("source"), QJsonArray{QStringLiteral("s")}},
                                                      {QStringLiteral("cue"), QJsonArray{QStringLiteral("c")}},
                                                      {QStringLiteral("content"), QJsonArray{QStringLiteral("q")}}}},
                                         {QStringLiteral("confidence"), 0.5}}});
    return answer;
}

QJsonObject labelStudioAnswer(const QJsonObject &request)
{
    QJsonArray results;
    for (const QJsonValue task : request.value(u"tasks").toArray()) {
        const QString text = task.toObject().value(u"data").toObject().value(u"text").toString();
        const auto region = [&text](const char *id, const char *label, const QString &words) {
            const QJsonArray place = pairOf(text, words);
            return QJsonObject{{QStringLiteral("id"), QLatin1String(id)},
                               {QStringLiteral("from_name"), QStringLiteral("label")},
                               {QStringLiteral("to_name"), QStringLiteral("text")},
                               {QStringLiteral("type"), QStringLiteral("labels")},
                               {QStringLiteral("value"),
                                QJsonObject{{QStringLiteral("start"), place[0]},
                                            {QStringLiteral("end"), place[1]},
                                            {QStringLiteral("text"), words},
                                            {QStringLiteral("labels"), QJsonArray{QLatin1String(label)}}}}};
        };
        const auto relation = [](const char *from, const char *to) {
            return QJsonObject{{QStringLiteral("type"), QStringLiteral("relation")},
                               {QStringLiteral("from_id"), QLatin1String(from)},
                               {QStringLiteral("to_id"), QLatin1String(to)},
                               {QStringLiteral("direction"), QStringLiteral("right")}};
        };
        const QJsonArray result{
            region("a", "PER", who),
            region("b", "Cue", cue),
            region("c", "Quotation", quote),
            relation("a", "c"),
            relation("b", "c"),
            QJsonObject{{QStringLiteral("type"), QStringLiteral("choices")}, {QStringLiteral("value"), QJsonObject()}}};
        results.append(QJsonObject{{QStringLiteral("result"), text.contains(who) ? result : QJsonArray()},
                                   {QStringLiteral("score"), 0.6},
                                   {QStringLiteral("model_version"), QStringLiteral("ls-3")}});
    }
    return {{QStringLiteral("results"), results}};
}

QJsonObject inceptionAnswer(const QJsonObject &request)
{
    QString xmi = request.value(u"document").toObject().value(u"xmi").toString();
    QString text;
    QXmlStreamReader xml(xmi);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"Sofa")
            text = xml.attributes().value(QLatin1String("sofaString")).toString();
    }
    if (xml.hasError())
        return {{QStringLiteral("error"), xml.errorString()}};
    const qsizetype at = text.indexOf(who);
    const QString type = QStringLiteral("<ner:NamedEntity xmlns:ner=\"http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore\" "
                                        "xmi:id=\"9000\" sofa=\"1\" begin=\"%1\" end=\"%2\" value=\"PER\" value_score=\"0.8\" "
                                        "value_score_explanation=\"a title\" inception_internal_predicted=\"%3\"/>");
    // The second one is an annotation that was there before, so no prediction.
    const QString added
        = type.arg(at).arg(at + who.size()).arg(QStringLiteral("true")) + type.arg(0).arg(3).arg(QStringLiteral("false"));
    xmi.insert(xmi.lastIndexOf(QStringLiteral("</xmi:XMI>")), added);
    return {{QStringLiteral("document"), xmi}};
}

struct Reply
{
    QByteArray status = "200 OK";
    QByteArray type = "application/json";
    QByteArray body;
    QByteArray extra;
    bool hangs = false;
    bool cut = false; // closed in the middle
    bool endless = false;
};

QByteArray brokenBody(const QByteArray &how, const QByteArray &id)
{
    const QByteArray head = "{\"id\":\"" + id
        + "\",\"results\":[{\"result\":[]}],\"name\":\"t\",\"protocol\":1,\"status\":\"UP\",\"document\":\"x\",";
    if (how == "badutf8")
        return head + "\"x\":\"\xC3\x28\"}";
    if (how == "cutjson")
        return head + "\"spans\":[{\"label\":\"Spea";
    if (how == "nojson")
        return "Traceback (most recent call last): a banner";
    if (how == "nothing")
        return {};
    if (how == "list")
        return "[1,2]";
    if (how == "deep")
        return QByteArray(100'000, '[');
    if (how == "wild") // every span is wrong in its own way
        return head
            + R"("spans":[{"label":"Speaker","fragments":[[0,9999999]]},{"label":"Speaker","fragments":[[-5,3]]},{"label":"Speaker","fragments":[[7,7]]},
            {"label":"Speaker","fragments":[[9,2]]},{"label":"Nobody","fragments":[[0,3]]},{"label":7,"fragments":[[0,3]]},{"label":"Cue","fragments":[[0.5,2]]},
            {"label":"Cue","fragments":[["0","2"]]},{"label":"Cue","fragments":"0-2"},{"label":"Cue"},{"label":"Cue","fragments":[[1e300,2]]},{"label":"Cue","fragments":[[0,3],[2,5]]},
            {"label":"Quotation","fragments":[[0,4]],"confidence":17,"text":["no"]},{"label":"Quotation","fragments":[[0,4]],"confidence":17},17,null],
            "attributions":[{"spans":{"content":["none"]}},{"type":"Odd","content":[[0,4]]},{"content":[[0,4]],"speaker":"x"},{"cue":[[0,4]]}],"speakers":[{"id":"p"},3]})";
    return {};
}

Reply replyTo(const QByteArray &path, const QByteArray &body)
{
    const QList<QByteArray> parts = path.mid(1).split('/');
    const QByteArray how = parts.value(0);
    const QByteArray what = parts.value(1);
    const QJsonObject request = QJsonDocument::fromJson(body).object();
    const bool asks = what == "detect" || what == "predict"; // the faults come with the question, not with the greeting
    Reply reply;
    const QByteArray broken = brokenBody(how, request.value(u"id").toString().toUtf8());
    if (how == "dead" || (asks && how == "status500")) {
        reply.status = "500 INTERNAL SERVER ERROR";
        reply.body = "{\"error\":\"the model is not loaded\"}";
    } else if (asks && how == "missing") {
        reply.status = "404 NOT FOUND";
    } else if (asks && how == "locked") {
        reply.status = "401 UNAUTHORIZED";
    } else if (asks && how == "html") {
        reply.type = "text/html; charset=utf-8";
        reply.body = "<html>Welcome</html>";
    } else if (asks && how == "redirect") {
        reply.status = "302 FOUND";
        reply.extra = "Location: http://example.invalid/other\r\n";
    } else if (asks && how == "hang") {
        reply.hangs = true;
    } else if (asks && how == "cut") {
        reply.cut = true;
        reply.body = "{\"id\":";
    } else if (asks && how == "endless") {
        reply.endless = true;
    } else if (asks && (!broken.isEmpty() || how == "nothing")) {
        reply.body = broken;
    } else if (what == "info") {
        reply.body = json(hello());
    } else if (what == "health") {
        reply.body = how == "down" ? "{\"status\":\"DOWN\"}" : R"({"status":"UP","model_class":"Test"})";
    } else if (what == "setup") {
        reply.body
            = request.value(u"schema").toString().contains(QStringLiteral("<Labels")) ? R"({"model_version":"ls-3"})" : "{}";
    } else if (what == "detect") {
        reply.body = json(how == "refuses" ? QJsonObject{{QStringLiteral("error"), QStringLiteral("no model for this language")}}
                                           : quothAnswer(request));
    } else if (what == "predict") {
        reply.body = json(request.contains(u"tasks") ? labelStudioAnswer(request) : inceptionAnswer(request));
    }
    return reply;
}

void serve(QTcpSocket *socket)
{
    static const QRegularExpression length(QStringLiteral("content-length: *(\\d+)"), QRegularExpression::CaseInsensitiveOption);
    const QByteArray got = socket->property("got").toByteArray() + socket->readAll();
    socket->setProperty("got", got);
    const qsizetype head = got.indexOf("\r\n\r\n");
    if (head < 0)
        return;
    const qsizetype size = length.match(QString::fromLatin1(got.first(head))).captured(1).toLongLong();
    if (got.size() < head + 4 + size)
        return;
    const Reply reply = replyTo(got.first(head).split(' ').value(1), got.mid(head + 4));
    if (reply.hangs)
        return;
    const qsizetype told = reply.cut ? 1000 : reply.endless ? qsizetype(1) << 40 : reply.body.size();
    socket->write("HTTP/1.1 " + reply.status + "\r\nContent-Type: " + reply.type + "\r\n" + reply.extra
                  + "Content-Length: " + QByteArray::number(told) + "\r\nConnection: close\r\n\r\n" + reply.body);
    if (reply.endless) {
        QObject::connect(socket, &QTcpSocket::bytesWritten, socket, [socket] {
            if (socket->bytesToWrite() < 1024 * 1024)
                socket->write(QByteArray(1024 * 1024, ' '));
        });
        return;
    }
    socket->disconnectFromHost();
}

int beProgram(const QByteArray &how)
{
    std::string line;
    std::cerr << "loading" << std::endl;
    while (std::getline(std::cin, line)) {
        const QJsonObject record = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
        const bool asks = !record.contains(u"quoth");
        const QByteArray broken = brokenBody(how, record.value(u"id").toString().toUtf8()).replace('\n', ' ');
        QByteArray answer = json(asks ? quothAnswer(record) : hello());
        if (!asks && how == "newer")
            answer.replace("\"protocol\":1", "\"protocol\":2");
        if (!asks && how == "mute")
            answer = "{}";
        if (asks && how == "crash")
            std::abort();
        if (asks && how == "leaves") {
            std::cerr << "Traceback\nModelError: the model file is missing" << std::endl;
            return 3;
        }
        if (how == "hang" || (asks && how == "slow"))
            QThread::sleep(how == "slow" ? 2 : 600);
        if (asks && how == "other")
            answer = R"({"id":"another"})";
        if (asks && how == "refuses")
            answer = R"({"id":"a","error":"no model for this language"})";
        while (asks && how == "endless")
            std::cout << std::string(1 << 20, ' ');
        if (asks && (!broken.isEmpty() || how == "nothing"))
            answer = broken;
        std::cout << answer.toStdString() << std::endl;
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--program")
        return beProgram(arguments.value(2).toLatin1());
    QTcpServer server;
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&server] {
        QTcpSocket *socket = server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] { serve(socket); });
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    });
    if (!server.listen(QHostAddress::LocalHost))
        return 1;
    // Standard input ends with whoever started it, even if that crashed.
    QSocketNotifier end(0, QSocketNotifier::Read);
    QObject::connect(&end, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    std::printf("%d\n", server.serverPort());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
