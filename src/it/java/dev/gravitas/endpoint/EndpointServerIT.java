package dev.gravitas.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.model.DailyTrend;
import dev.gravitas.model.Definition;
import dev.gravitas.model.Footprint;
import dev.gravitas.model.ModelTrend;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.report.FootprintDocument;
import dev.gravitas.report.JsonText;
import dev.gravitas.report.SixtyDayDocument;
import dev.gravitas.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

class EndpointServerIT {
    private static final String FOOTPRINT = "/telemetry/footprint";
    private static final String SIXTY_DAYS = "/telemetry/60day";

    @TempDir
    private Path folder;

    @Test
    void saysInEveryAnswerOfADemoThatNothingIsReal() throws IOException {
        Files.writeString(folder.resolve("demo.properties"), "");
        try (var endpoint = EndpointFixture.onAnyPort(folder)) {
            for (var path : List.of(FOOTPRINT, SIXTY_DAYS, "/nothing")) {
                assertThat(endpoint.ask("GET", path).body()).startsWith("{\"demo\":true,");
            }
            assertThat(endpoint.askWith("GET", FOOTPRINT, List.of(endpoint.host())).body())
                    .startsWith("{\"demo\":true,\"error\":");
        }
    }

    @Test
    void servesTheFootprint() throws IOException {
        try (var endpoint = EndpointFixture.onAnyPort(folder)) {
            var footprint = new Footprint(List.of(Footprint.Table.counted("system_telemetry", 1945, 1_000_000, 400_000),
                    Footprint.Table.estimated("telemetry_batch", 2L, 8192, 0)), 9_000_000,
                    EndpointFixture.NOW.minusSeconds(60),
                    EndpointFixture.NOW, EndpointFixture.NOW);
            endpoint.queries.answer(footprint);
            var reply = endpoint.ask("GET", FOOTPRINT);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo(JsonText.compact(FootprintDocument.of(footprint)))
                    .contains("\"table_sizes\":[{\"table_name\":\"system_telemetry\",\"size_bytes\":1000000}")
                    .contains("\"row_counts\":{\"system_telemetry\":1945,\"telemetry_batch\":2}");
            ExpectedHeaders.of(reply);
        }
    }

    @Test
    void servesSixtyDays() throws IOException {
        try (var endpoint = EndpointFixture.onAnyPort(folder)) {
            endpoint.queries.answer(statistics());
            var reply = endpoint.ask("GET", SIXTY_DAYS);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo(JsonText.compact(SixtyDayDocument.of(statistics())));
            assertThat(reply.body().split("\"date\"", -1)).hasSize(61);
            assertThat(reply.header("Content-Length"))
                    .containsExactly(String.valueOf(reply.body().getBytes(StandardCharsets.UTF_8).length));
            ExpectedHeaders.of(reply);
        }
    }

    @Test
    void answersHeadLikeGetWithoutTheBody() throws IOException {
        try (var endpoint = EndpointFixture.onAnyPort(folder)) {
            for (var target : List.of(FOOTPRINT, SIXTY_DAYS, "/nowhere", FOOTPRINT + "?x")) {
                var get = endpoint.ask("GET", target);
                var head = endpoint.ask("HEAD", target);
                assertThat(head.status()).isEqualTo(get.status());
                assertThat(head.body()).isEmpty();
                assertThat(head.headers().stream().filter(line -> !line.startsWith("Date")))
                        .isEqualTo(get.headers().stream().filter(line -> !line.startsWith("Date")).toList());
            }
        }
    }

    @Test
    void says503WhileTheDatabaseIsAwayAndServesAgainAfter() throws IOException {
        try (var endpoint = EndpointFixture.onAnyPort(folder)) {
            endpoint.queries.before(() -> {
                throw new StoreException(StoreException.Kind.UNAVAILABLE, "secret/path is away");
            });
            var reply = endpoint.ask("GET", FOOTPRINT);
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.body()).isEqualTo("{\"error\":\"database_unavailable\"}");
            assertThat(reply.header("Retry-After")).containsExactly("5");
            ExpectedHeaders.of(reply);
            endpoint.queries.before(() -> "back");
            assertThat(endpoint.ask("GET", FOOTPRINT).status()).isEqualTo(200);
        }
    }

    @Test
    void hidesItsOwnFaultsBehindACode() throws IOException {
        try (var endpoint = EndpointFixture.onAnyPort(folder)) {
            endpoint.queries.before(() -> {
                throw new IllegalStateException("SELECT secret");
            });
            var reply = endpoint.ask("GET", FOOTPRINT);
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.body()).isEqualTo("{\"error\":\"internal_error\"}");
            ExpectedHeaders.of(reply);
        }
    }

    @Test
    void tellsWhoComesWhileAllHandsAreBusyToComeBack() throws Exception {
        try (var endpoint = EndpointFixture.onAnyPort(folder);
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var inside = new CountDownLatch(8);
            var release = new CountDownLatch(1);
            endpoint.queries.before(() -> {
                inside.countDown();
                release.await();
                return "done";
            });
            var first = IntStream.range(0, 8)
                    .mapToObj(_ -> clients.submit(() -> endpoint.ask("GET", FOOTPRINT)))
                    .toList();
            assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
            var late = endpoint.ask("GET", FOOTPRINT);
            assertThat(late.status()).isEqualTo(503);
            assertThat(late.body()).isEqualTo("{\"error\":\"busy\"}");
            assertThat(late.header("Retry-After")).containsExactly("1");
            ExpectedHeaders.of(late);
            release.countDown();
            for (var client : first) {
                assertThat(client.get().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void servesAGoodClientBesideFiveHundredHalfSentRequests() throws IOException {
        var halfOpen = new ArrayList<Socket>();
        var patient = EndpointSettings.DEFAULT.withPort(0).withTimeLimit(Duration.ofMinutes(5));
        try (var endpoint = new EndpointFixture(folder, patient)) {
            for (var i = 0; i < 500; i++) {
                var socket = endpoint.http.connect();
                halfOpen.add(socket);
                socket.getOutputStream().write("GET /telemetry/footprint HT".getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(endpoint.ask("GET", FOOTPRINT).status()).isEqualTo(200);
        } finally {
            for (var socket : halfOpen) {
                socket.close();
            }
        }
    }

    @Test
    void closesAClientThatKeepsDripping() throws IOException {
        var settings = EndpointSettings.DEFAULT.withPort(0).withTimeLimit(Duration.ofSeconds(1));
        try (var endpoint = new EndpointFixture(folder, settings); var socket = endpoint.http.connect()) {
            socket.setSoTimeout(200);
            socket.getOutputStream().write("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(drip(socket)).as("bytes sent before the server had enough").isLessThan(100);
        }
    }

    @Test
    void closesASilentConnection() throws IOException {
        var settings = EndpointSettings.DEFAULT.withPort(0).withTimeLimit(Duration.ofMillis(300));
        try (var endpoint = new EndpointFixture(folder, settings); var socket = endpoint.http.connect()) {
            assertThat(RawHttp.read(socket).body()).doesNotContain("table_sizes");
        }
    }

    @Test
    void listensOnLoopbackAlone() throws IOException {
        try (var endpoint = EndpointFixture.onAnyPort(folder)) {
            for (var address : otherAddresses()) {
                assertThatThrownBy(() -> new Socket(address, endpoint.http.port()).close(), "%s", address)
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void takesTheNextPortWhenItsOwnIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                var endpoint = new EndpointFixture(folder, EndpointSettings.DEFAULT.withPort(taken.getLocalPort()))) {
            assertThat(endpoint.http.port()).isBetween(taken.getLocalPort() + 1, taken.getLocalPort() + 20);
            assertThat(endpoint.ask("GET", FOOTPRINT).status()).isEqualTo(200);
        }
    }

    @Test
    void takesAnyPortWhenAllItsOwnAreTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                var endpoint = new EndpointFixture(folder,
                        new EndpointSettings(taken.getLocalPort(), 0, 8, 100, Duration.ofSeconds(5)))) {
            assertThat(endpoint.ask("GET", FOOTPRINT).status()).isEqualTo(200);
        }
    }

    @Test
    void tellsWhereItServesWhileItDoes() throws IOException {
        var file = new EndpointFile(folder);
        assertThat(file.of(ProcessHandle.current().pid())).isEmpty();
        try (var endpoint = EndpointFixture.onAnyPort(folder)) {
            assertThat(file.of(ProcessHandle.current().pid())).hasValueSatisfying(found -> {
                assertThat(found.url()).isEqualTo(endpoint.server.url()).startsWith("http://127.0.0.1:");
                assertThat(found.pid()).isEqualTo(ProcessHandle.current().pid());
            });
        }
        assertThat(folder.resolve("endpoint.json")).doesNotExist();
    }

    @Test
    void keepsItsTokenOverARestart() throws IOException {
        String before;
        try (var endpoint = EndpointFixture.onAnyPort(folder)) {
            before = endpoint.token;
        }
        try (var endpoint = EndpointFixture.onAnyPort(folder)) {
            assertThat(endpoint.token).isEqualTo(before);
            assertThat(endpoint.ask("GET", FOOTPRINT).status()).isEqualTo(200);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesToServeWithATokenThatOthersMayKnow() throws IOException {
        EndpointFixture.onAnyPort(folder).close();
        Files.setPosixFilePermissions(folder.resolve("endpoint.token"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> EndpointFixture.onAnyPort(folder)).isInstanceOf(IOException.class)
                .hasMessageContaining("endpoint.token")
                .hasMessageContaining("open to others");
        assertThat(folder.resolve("endpoint.json")).doesNotExist();
    }

    @Test
    void stopsListeningWhenItCannotTellWhereItServes() throws IOException {
        Files.createDirectory(folder.resolve("endpoint.json"));
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> new EndpointFixture(folder, EndpointSettings.DEFAULT.withPort(port)))
                .hasMessageContaining("endpoint.json");
        assertThatThrownBy(() -> new Socket("127.0.0.1", port).close()).isInstanceOf(IOException.class);
    }

    @Test
    void stopsWithinItsLimitWhileARequestHangs() throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var endpoint = EndpointFixture.onAnyPort(folder);
            var inside = new CountDownLatch(1);
            endpoint.queries.before(() -> {
                inside.countDown();
                new CountDownLatch(1).await();
                return "never";
            });
            var hanging = clients.submit(() -> endpoint.ask("GET", FOOTPRINT));
            assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
            endpoint.close();
            assertThat(hanging.get().body()).doesNotContain("table_sizes");
            assertThatThrownBy(() -> endpoint.http.connect().close()).isInstanceOf(IOException.class);
        }
    }

    private static int drip(Socket socket) throws IOException {
        for (var sent = 0; sent < 100; sent++) {
            try {
                socket.getOutputStream().write('x');
                if (socket.getInputStream().read() < 0) {
                    return sent;
                }
            } catch (java.net.SocketTimeoutException stillOpen) {
                continue;
            } catch (IOException closed) {
                return sent;
            }
        }
        return 100;
    }

    private static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
                .toList();
    }

    private static SixtyDayStatistics statistics() {
        var today = LocalDate.parse("2026-11-23");
        var days = IntStream.rangeClosed(0, 59)
                .mapToObj(day -> new DailyTrend(today.minusDays(59 - day),
                        day % 2 == 0 ? null : new DailyTrend.Figures(10.5 + day, 3, 300, 9, 12), null))
                .toList();
        var trend = new ModelTrend("modèle", Definition.E2E, true, 11.25, 90, 9000, null, days);
        return new SixtyDayStatistics(today.minusDays(59), today, Definition.E2E, List.of(trend), EndpointFixture.NOW);
    }
}
