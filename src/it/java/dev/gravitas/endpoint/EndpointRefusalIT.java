package dev.gravitas.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What must not get figures, byte for byte as an attacker would send it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointRefusalIT {
    private static final String PATH = "/telemetry/footprint";

    private EndpointFixture endpoint;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        endpoint = EndpointFixture.onAnyPort(folder);
    }

    @AfterAll
    void stop() {
        endpoint.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:PORT", "localhost:PORT", "[::1]:PORT", "LocalHost:PORT"})
    void answersItsOwnNames(String host) throws IOException {
        assertThat(withHosts("Host: " + host.replace("PORT", port())).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"evil.example:PORT | 421", "evil.example | 421", "127.0.0.1 | 421",
            "localhost | 421", "127.0.0.1:1 | 421", "localhost.:PORT | 421", "127.1:PORT | 421",
            "0x7f.1:PORT | 421", "2130706433:PORT | 421", "0.0.0.0:PORT | 421", "localhost.evil:PORT | 421",
            "[::ffff:127.0.0.1]:PORT | 421", "127.0.0.1:0PORT | 400", "'' | 400", ":PORT | 400",
            "user@127.0.0.1:PORT | 400",
            "127.0.0.1:PORT,evil.example | 400", "127.0.0.1 :PORT | 400", "local host:PORT | 400",
            "127.0.0.1:PORT/ | 400",
            "127.0.0.1:99999999 | 400", "127.0.0.1:x | 400", "[::1:PORT | 400"})
    void refusesEveryOtherHost(String host, int status) throws IOException {
        refused(withHosts("Host: " + host.replace("PORT", port())), status);
    }

    @Test
    void refusesMissingAndDoubleHosts() throws IOException {
        refused(withHosts(), 400);
        refused(withHosts(endpoint.host(), "Host: evil.example"), 400);
        refused(withHosts("Host: evil.example", endpoint.host()), 400);
        refused(withHosts(endpoint.host(), endpoint.host()), 400);
        refused(endpoint.http.send("GET " + PATH + " HTTP/1.0\r\n" + endpoint.bearer() + "\r\n\r\n"), 400);
    }

    @Test
    void refusesATargetThatNamesAnotherServer() throws IOException {
        refused(endpoint.ask("GET", "http://evil.example" + PATH), 400);
        refused(endpoint.ask("GET", "http://evil.example:" + port() + PATH), 400);
    }

    @Test
    void takesNoProxysWordForTheHost() throws IOException {
        refused(withHosts("Host: evil.example", "X-Forwarded-Host: 127.0.0.1:" + port(),
                "Forwarded: host=127.0.0.1:" + port()), 421);
        assertThat(endpoint.ask("GET", PATH, "X-Forwarded-Host: evil.example", "Forwarded: host=evil.example").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin: https://evil.example", "Origin: null", "Origin: http://127.0.0.1:1", "Origin:",
            "Origin: file://", "Origin: http://127.0.0.1:PORT", "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Site: same-site"})
    void refusesPages(String header) throws IOException {
        refused(endpoint.ask("GET", PATH, header.replace("PORT", port())), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get", "Head", "FOO", "PROPFIND"})
    void refusesEveryMethodButGetAndHead(String method) throws IOException {
        var reply = endpoint.ask(method, PATH, "X-HTTP-Method-Override: GET");
        refused(reply, 405);
        assertThat(reply.header("Allow")).containsExactly("GET, HEAD");
    }

    @Test
    void refusesToBeATunnel() throws IOException {
        assertThat(endpoint.http.status(RawHttp.request("CONNECT", "127.0.0.1:" + port(),
                List.of(endpoint.host(), endpoint.bearer())))).isBetween(400, 499);
        assertThat(endpoint.ask("OPTIONS", "*").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/telemetry", "/telemetry/", PATH + "/", PATH + "EVIL", PATH + "/x",
            "//telemetry/footprint",
            "/telemetry//footprint", "/telemetry/./footprint", "/telemetry/x/../footprint", "/telemetry/%2e/footprint",
            "/telemetry/%2e%2e/telemetry/footprint", "/telemetry%2ffootprint", PATH + ";x", "/telemetry;x/footprint",
            "/Telemetry/footprint", "/telemetry/FOOTPRINT", "/telemetry/footprin%74", PATH + "%20",
            "/telemetry/footprint%3f",
            "/telemetry/60day/", "/telemetry/60DAY"})
    void knowsOnlyExactPaths(String target) throws IOException {
        refused(endpoint.ask("GET", target), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH + "%00", PATH + "%", PATH + "%zz", "/telemetry/%c0%af", "/../telemetry/footprint",
            PATH + "#x", "telemetry/footprint", "/telemetry\\footprint", PATH + "\u00e9"})
    void refusesMalformedPaths(String target) throws IOException {
        assertThat(endpoint.ask("GET", target)).satisfies(reply -> {
            assertThat(reply.status()).isIn(400, 404);
            assertThat(reply.body()).doesNotContain("table_sizes");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
    void takesTheWordBearerInAnyLetterCase(String scheme) throws IOException {
        var authorization = "Authorization: " + scheme + " " + endpoint.token;
        assertThat(endpoint.askWith("GET", PATH, List.of(endpoint.host(), authorization)).status()).isEqualTo(200);
    }

    @Test
    void givesEveryWrongTokenTheSameAnswer() throws IOException {
        var token = endpoint.token;
        var first = token.charAt(0) == 'A' ? "B" : "A";
        var none = endpoint.askWith("GET", PATH, List.of(endpoint.host()));
        refused(none, 401);
        assertThat(none.header("WWW-Authenticate")).containsExactly("Bearer");
        for (var wrong : List.of("Bearer " + first + token.substring(1), "Bearer " + token.substring(0, 42),
                "Bearer " + token + "A", "Bearer  " + token, "Bearer " + token + ",", "Bearer", "Bearer \u00e4\u00f6",
                "Basic " + token, "Token " + token, token,
                "Bearer " + token + ", Bearer x", "Bearer \"" + token + "\"")) {
            var reply = endpoint.askWith("GET", PATH, List.of(endpoint.host(), "Authorization: " + wrong));
            assertThat(withoutDate(reply)).as(wrong).isEqualTo(withoutDate(none));
        }
        assertThat(withoutDate(endpoint.askWith("GET", PATH, List.of(endpoint.host(), "Cookie: token=" + token))))
                .isEqualTo(withoutDate(none));
        assertThat(withoutDate(endpoint.askWith("GET", PATH + "?token=" + token, List.of(endpoint.host()))))
                .isEqualTo(withoutDate(none));
    }

    @Test
    void refusesTwoTokens() throws IOException {
        refused(endpoint.ask("GET", PATH, endpoint.bearer()), 400);
        refused(endpoint.ask("GET", PATH, "Authorization: Bearer x"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"days=1", "days=-1", "x", "=", "&", "days=NaN", "q='%20OR%201=1--", "a=%0d%0aSet-Cookie:x"})
    void refusesUnknownParametersWithoutRepeatingThem(String query) throws IOException {
        var reply = endpoint.ask("GET", PATH + "?" + query);
        refused(reply, 400);
        assertThat(reply.body()).isEqualTo("{\"error\":\"unknown_parameter\"}");
        assertThat(reply.header("Set-Cookie")).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() throws IOException {
        assertThat(endpoint.ask("GET", PATH + "?" + "x".repeat(2047 - PATH.length())).status()).isEqualTo(400);
        refused(endpoint.ask("GET", PATH + "?" + "x".repeat(2048 - PATH.length())), 414);
        refused(endpoint.ask("GET", "/" + "x".repeat(64 * 1024)), 414);
        refused(endpoint.ask("GET", PATH, "X-Long: " + "x".repeat(8 * 1024)), 431);
        refused(endpoint.ask("GET", PATH, "Authorization: Bearer " + "x".repeat(1 << 20)), 431);
        assertThat(endpoint.ask("GET", "/" + "x".repeat(10_000_000)).status()).isIn(414, 0);
    }

    @Test
    void refusesTooManyHeaders() throws IOException {
        assertThat(endpoint.ask("GET", PATH, fields(48)).status()).isEqualTo(200);
        refused(endpoint.ask("GET", PATH, fields(49)), 431);
        refused(endpoint.ask("GET", PATH, fields(250)), 431);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5|Transfer-Encoding: chunked", "Content-Length: 5|Content-Length: 6",
            "Content-Length: -1", "Content-Length: 5x", "Content-Length: 99999999999999999999",
            "Transfer-Encoding: chunked, identity", "Transfer-Encoding: xchunked", "Transfer-Encoding: chunked",
            "Transfer-Encoding : chunked", "X: a|\tfolded", "Content-Length: 1073741824", "No colon here", ": empty"})
    void refusesSmuggling(String lines) throws IOException {
        var reply = endpoint.ask("GET", PATH, lines.split("\\|"));
        refused(reply, 400);
    }

    @Test
    void refusesBareLineFeeds() throws IOException {
        var request = RawHttp.request("GET", PATH, List.of(endpoint.host(), endpoint.bearer()));
        refused(endpoint.http.send(request.replace("\r\n", "\n")), 400);
    }

    @Test
    void answersOneRequestToAConnection() throws IOException {
        var request = RawHttp.request("GET", PATH, List.of(endpoint.host(), endpoint.bearer()));
        var reply = endpoint.http.send(request + request);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).doesNotContain("HTTP/1.1");
        assertThat(reply.header("Connection")).containsExactly("close");
    }

    private void refused(RawHttp.Reply reply, int status) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).matches("\\{\"error\":\"[a-z_]+\"}").doesNotContain("table_sizes");
        ExpectedHeaders.of(reply);
    }

    private RawHttp.Reply withHosts(String... hosts) throws IOException {
        var headers = new ArrayList<>(List.of(hosts));
        headers.add(endpoint.bearer());
        return endpoint.askWith("GET", PATH, headers);
    }

    private static String[] fields(int count) {
        return Collections.nCopies(count, "X: y").toArray(String[]::new);
    }

    private static RawHttp.Reply withoutDate(RawHttp.Reply reply) {
        return new RawHttp.Reply(reply.status(),
                reply.headers().stream().filter(line -> !line.startsWith("Date:")).toList(), reply.body());
    }

    private String port() {
        return String.valueOf(endpoint.http.port());
    }
}
