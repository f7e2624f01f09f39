package dev.gravitas.gpu.nvml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gravitas.gpu.GpuDevice;
import dev.gravitas.gpu.GpuException;
import dev.gravitas.gpu.GpuLook;
import dev.gravitas.gpu.SleepCheck;
import dev.gravitas.model.GpuActivity.SlowReason;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuHolder;
import dev.gravitas.model.GpuIdentity;
import dev.gravitas.model.GpuLoss;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramReading;
import dev.gravitas.model.VramReading.Source;
import dev.gravitas.testing.FakeNvml;
import dev.gravitas.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Against a library that behaves, or misbehaves, as its scenario says.
class NvmlSessionTest {
    private static final long MIB = VramReading.MIB;
    private static final String GPU = "gpu 0 uuid=GPU-a name=NVIDIA_GeForce_RTX_4090 bus=00000000:01:00.0 total=24564Mi "
            + "reserved=400Mi used=9000Mi busy=83 membusy=40 temp=61 power=214000 powerlimit=450000 gfxclock=2520 "
            + "memclock=10501 reasons=0x4 fan=45";

    @TempDir
    private Path folder;
    private final TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final List<NvmlSession> sessions = new ArrayList<>();

    @AfterEach
    void close() {
        sessions.forEach(NvmlSession::close);
    }

    private NvmlSession session(FakeNvml fake) {
        var session = new NvmlSession(new NvmlLocations(List.of(fake.library().toString()), true), clock);
        sessions.add(session);
        return session;
    }

    private GpuDevice only(FakeNvml fake) throws GpuException {
        var devices = session(fake).devices();
        assertThat(devices).hasSize(1);
        return devices.getFirst();
    }

    private FakeNvml playing(String... lines) throws Exception {
        var fake = FakeNvml.in(folder);
        fake.play(String.join("\n", lines));
        return fake;
    }

    @Test
    void readsAGpu() throws Exception {
        var fake = playing("driver 580.65.06", "nvml 13.580.65.06", "cuda 13000", GPU);
        var gpu = only(fake);
        assertThat(gpu.identity().id()).isEqualTo("GPU-a");
        assertThat(gpu.identity().name()).isEqualTo("NVIDIA GeForce RTX 4090");
        assertThat(gpu.identity().pciBusId()).isEqualTo("00000000:01:00.0");
        assertThat(gpu.vram().orNull()).isEqualTo(
                new VramReading(24_564 * MIB, 400 * MIB, 9_000 * MIB, 15_164 * MIB, Source.V2));
        assertThat(gpu.busy().orNull()).isEqualTo(83);
        assertThat(gpu.temperature().orNull()).isEqualTo(61);
        assertThat(gpu.power().orNull()).isEqualTo(214.0);
        assertThat(gpu.powerLimit().orNull()).isEqualTo(450.0);
        assertThat(gpu.slowedBy().orNull()).containsExactly(SlowReason.POWER_CAP);
        assertThat(gpu.fan().orNull()).isEqualTo(45);
        var versions = session(fake).versions();
        assertThat(versions.driver()).isEqualTo("580.65.06");
        assertThat(versions.nvml()).isEqualTo("13.580.65.06");
        assertThat(versions.cuda()).isEqualTo("13.0");
    }

    @Test
    void takesTheOlderMemoryCallWhereTheNewerIsMissing() throws Exception {
        var fake = FakeNvml.without(folder, "nvmlDeviceGetMemoryInfo_v2");
        fake.play(GPU);
        assertThat(only(fake).vram().orNull()).isEqualTo(
                new VramReading(24_564 * MIB, null, 9_400 * MIB, 15_164 * MIB, Source.V1));
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 25, 999})
    void takesTheOlderMemoryCallWhereTheNewerAnswersLikeThis(int code) throws Exception {
        var fake = playing(GPU, "answer nvmlDeviceGetMemoryInfo_v2 code=" + code);
        assertThat(only(fake).vram().map(VramReading::source).orNull()).isEqualTo(Source.V1);
    }

    @Test
    void saysWhyAFigureIsMissingInsteadOfZero() throws Exception {
        var gpu = only(playing("gpu 0 uuid=GPU-a total=8Gi used=1Gi"));
        assertThat(gpu.temperature()).isEqualTo(new Outcome.NotSupported<>("This GPU does not tell it."));
        assertThat(gpu.fan()).isInstanceOf(Outcome.NotSupported.class);
        assertThat(gpu.busy()).isInstanceOf(Outcome.NotSupported.class);
        assertThat(gpu.slowedBy()).isInstanceOf(Outcome.NotSupported.class);
    }

    /// All bits set is how the header writes "not available" in an unsigned figure.
    @Test
    void takesNoFigureThatCannotBe() throws Exception {
        var gpu = only(playing("gpu 0 uuid=GPU-a total=8Gi used=1Gi busy=4294967295 temp=4294967295 power=4294967295 "
                + "fan=4294967295"));
        assertThat(List.of(gpu.busy(), gpu.temperature(), gpu.power(), gpu.fan())).allSatisfy(
                figure -> assertThat(figure.why()).isEqualTo("The driver tells a figure that cannot be."));
        assertThat(gpu.vram().orNull()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"total=18446744073709551615 used=1Gi", "total=8Gi used=18446744073709551615",
            "total=8Gi reserved=18446744073709551615", "total=8Gi used=29Gi"})
    void takesNoMemoryThatCannotBe(String sizes) throws Exception {
        var fake = playing("gpu 0 uuid=GPU-a " + sizes);
        assertThat(only(fake).vram()).isInstanceOf(Outcome.Failed.class);
        fake.play("gpu 0 uuid=GPU-a " + sizes + "\nanswer nvmlDeviceGetMemoryInfo_v2 code=13");
        assertThat(only(fake).vram()).as("by the older call").isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void takesNoFigureBeyondWhatAnyGpuHas() throws Exception {
        var gpu = only(playing("gpu 0 uuid=GPU-a total=8Gi used=1Gi busy=101 temp=900 power=999999999 fan=500"));
        assertThat(List.of(gpu.busy(), gpu.temperature(), gpu.power(), gpu.fan())).allSatisfy(
                figure -> assertThat(figure.why()).isEqualTo("The driver tells a figure that cannot be."));
    }

    @Test
    void takesNoMemoryBeyondWhatAnyGpuHas() throws Exception {
        assertThat(only(playing("gpu 0 uuid=GPU-a total=9223372036854775807 used=1Gi")).vram().orNull()).isNull();
    }

    @Test
    void takesNoMoreMemoryInPartsThanThereIs() throws Exception {
        assertThat(only(playing("gpu 0 uuid=GPU-a total=24Gi reserved=20Gi used=20Gi")).vram().orNull()).isNull();
    }

    /// NVIDIA writes that a fan may turn faster than what is called its full speed.
    @Test
    void takesAFanBeyondItsFullSpeed() throws Exception {
        assertThat(only(playing("gpu 0 uuid=GPU-a total=8Gi used=1Gi fan=110")).fan().orNull()).isEqualTo(110);
    }

    @Test
    void remembersSinceWhenAFigureIsAway() throws Exception {
        var fake = playing(GPU, "answer nvmlDeviceGetTemperature code=16");
        var session = session(fake);
        var first = session.devices().getFirst().temperature();
        assertThat(first).isInstanceOfSatisfying(Outcome.Unavailable.class,
                away -> assertThat(away.since()).isEqualTo(clock.instant()));
        clock.advance(Duration.ofMinutes(5));
        assertThat(session.devices().getFirst().temperature()).isEqualTo(first);
        fake.play(GPU);
        assertThat(session.devices().getFirst().temperature().orNull()).isEqualTo(61);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory=zero", "memory=unsupported"})
    void takesAGpuWithoutMemoryOfItsOwnForUnified(String memory) throws Exception {
        var gpu = only(playing("gpu 0 uuid=GPU-a " + memory, "process 0 pid=7 used=3Gi kind=compute"));
        assertThat(gpu.vram().orNull()).satisfies(vram -> {
            assertThat(vram.source()).isEqualTo(Source.UNIFIED);
            assertThat(vram.usedBytes()).isEqualTo(3_072 * MIB);
            assertThat(vram.totalBytes()).isGreaterThan(vram.freeBytes());
            assertThat(vram.freeBytes()).isPositive();
        });
    }

    @Test
    void showsThePartsOfASplitGpu() throws Exception {
        var devices = session(playing("gpu 0 uuid=GPU-a total=80Gi mig=1 migs=MIG-a:20Gi:4Gi,MIG-b:40Gi:1Gi"))
                .devices();
        assertThat(devices).extracting(device -> device.identity().id()).containsExactly("GPU-a", "MIG-a", "MIG-b");
        assertThat(devices.get(1).vram().orNull()).satisfies(vram -> {
            assertThat(vram.source()).isEqualTo(Source.MIG);
            assertThat(vram.usedBytes()).isEqualTo(4_096 * MIB);
        });
        assertThat(devices.get(1).busy()).isInstanceOf(Outcome.NotSupported.class);
    }

    private static final String SPLIT = "gpu 0 uuid=GPU-a name=NVIDIA_A100 total=80Gi used=5Gi mig=1 "
            + "migs=MIG-a:40Gi:4Gi:3g.40gb:2:0,-,MIG-b:40Gi:1Gi:3g.40gb:1:0";

    @Test
    void tellsPartsOfOneProfileApart() throws Exception {
        var fake = playing(SPLIT);
        var session = session(fake);
        var parts = session.devices().stream().map(GpuDevice::identity).toList();
        assertThat(parts).extracting(GpuIdentity::number).containsExactly("0", "0 GI 2 CI 0", "0 GI 1 CI 0");
        assertThat(parts).extracting(GpuIdentity::name)
                .containsExactly("NVIDIA A100", "NVIDIA A100 MIG 3g.40gb", "NVIDIA A100 MIG 3g.40gb");
        assertThat(parts).extracting(GpuIdentity::part)
                .containsExactly(null, new GpuIdentity.Part("GPU-a", 0, 2, 0), new GpuIdentity.Part("GPU-a", 2, 1, 0));

        fake.play(SPLIT + "\nanswer nvmlDeviceGetGpuInstanceId code=13");
        assertThat(session.devices()).extracting(device -> device.identity().number())
                .containsExactly("0", "0 part 0", "0 part 2");
    }

    @Test
    void listsAProcessOfAPartOnce() throws Exception {
        var status = look(playing(SPLIT, "process 0 pid=7 used=4Gi kind=compute mig=0",
                "process 0 pid=8 used=1Gi kind=compute mig=2", "process 0 pid=9 used=1Mi kind=graphics"));
        assertThat(status.gpus()).extracting(NvmlSessionTest::pids)
                .containsExactly(List.of(9L), List.of(7L), List.of(8L));
        assertThat(pids(status.allHolders(status.gpus().getFirst()))).containsExactly(9L, 7L, 8L);
        assertThat(pids(status.allHolders(status.gpus().getLast()))).containsExactly(8L);
    }

    @Test
    void showsTheProcessesOfPartsWhereThoseOfTheWholeAreRefused() throws Exception {
        var status = look(playing(SPLIT, "process 0 pid=7 used=4Gi kind=compute mig=0",
                "answer nvmlDeviceGetComputeRunningProcesses* code=4 times=1",
                "answer nvmlDeviceGetGraphicsRunningProcesses* code=4 times=1"));
        var whole = status.gpus().getFirst();
        assertThat(whole.holders()).isInstanceOf(Outcome.Refused.class);
        assertThat(status.gpus()).extracting(NvmlSessionTest::pids).containsExactly(null, List.of(7L), List.of());
        assertThat(status.allHolders(whole)).isInstanceOf(Outcome.Partial.class);
        assertThat(pids(status.allHolders(whole))).containsExactly(7L);
    }

    private GpuStatus look(FakeNvml fake) {
        return new GpuLook(session(fake), SleepCheck.NEVER,
                hold -> new GpuHolder(hold.pid(), null, null, hold.bytes(), true), clock).read();
    }

    private static @Nullable List<Long> pids(GpuReading reading) {
        return pids(reading.holders());
    }

    private static @Nullable List<Long> pids(Outcome<List<GpuHolder>> holders) {
        return holders.map(list -> list.stream().map(GpuHolder::pid).toList()).orNull();
    }

    @Test
    void showsAGpuThatItMayNotOpenAndReadsTheOthers() throws Exception {
        var devices = session(playing("gpu 0 uuid=GPU-a", "gpu 1 uuid=GPU-b total=8Gi",
                "answer nvmlDeviceGetHandleByIndex_v2 code=4 gpu=0")).devices();
        assertThat(devices).hasSize(2);
        assertThat(devices.getFirst().vram()).isInstanceOf(Outcome.Refused.class);
        assertThat(devices.getLast().vram().orNull()).isNotNull();
    }

    @Test
    void tellsWhoHoldsMemoryEachProcessOnce() throws Exception {
        var gpu = only(playing(GPU, "process 0 pid=40211 used=8Gi kind=compute",
                "process 0 pid=40211 used=8Gi kind=graphics",
                "process 0 pid=4000000000 used=1Gi kind=compute", "process 0 pid=1822 used=none kind=graphics"));
        assertThat(gpu.holds().orNull()).containsExactly(new GpuDevice.Hold(1_822, null),
                new GpuDevice.Hold(40_211, 8_192 * MIB), new GpuDevice.Hold(4_000_000_000L, 1_024 * MIB));
    }

    @Test
    void asksAgainWhereTheListOfProcessesGrowsMeanwhile() throws Exception {
        var lines = new ArrayList<>(List.of(GPU, "grow 2"));
        for (int pid = 1; pid <= 200; pid++) {
            lines.add("process 0 pid=" + pid + " used=1Mi kind=compute");
        }
        assertThat(only(playing(lines.toArray(String[]::new))).holds().orNull()).hasSize(200);
    }

    @Test
    void readsTheListOfOlderDrivers() throws Exception {
        var fake = FakeNvml.without(folder, "nvmlDeviceGetComputeRunningProcesses_v2",
                "nvmlDeviceGetGraphicsRunningProcesses_v2");
        fake.play(GPU + "\nprocess 0 pid=7 used=1Gi kind=compute\nprocess 0 pid=8 used=2Gi kind=compute");
        assertThat(only(fake).holds().orNull()).containsExactly(new GpuDevice.Hold(7, 1_024 * MIB),
                new GpuDevice.Hold(8, 2_048 * MIB));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void refusesAListWhoseEntriesAreOfAnotherLengthThanExpected(int length) throws Exception {
        var fake = FakeNvml.without(folder, "nvmlDeviceGetComputeRunningProcesses_v2",
                "nvmlDeviceGetComputeRunningProcesses", "nvmlDeviceGetGraphicsRunningProcesses_v2",
                "nvmlDeviceGetGraphicsRunningProcesses");
        fake.play(GPU + "\nentry_v3 " + length + "\nprocess 0 pid=7 used=1Gi kind=compute\n"
                + "process 0 pid=8 used=2Gi kind=compute");
        var holds = only(fake).holds();
        if (length == 24) {
            assertThat(holds.orNull()).hasSize(2);
        } else {
            assertThat(holds.orNull()).isEmpty();
            assertThat(holds.why()).isEqualTo("The list of compute programs is missing: This driver's list of "
                    + "processes has entries of another length.");
        }
    }

    @ParameterizedTest
    @CsvSource({"Compute,8,compute", "Graphics,7,graphics"})
    void saysWhichListOfProcessesIsRefusedAndTellsTheOther(String refused, long told, String kind) throws Exception {
        var holds = only(playing(GPU, "process 0 pid=7 used=8Gi kind=compute",
                "process 0 pid=8 used=1Gi kind=graphics",
                "answer nvmlDeviceGet" + refused + "RunningProcesses* code=4")).holds();
        assertThat(holds.orNull()).extracting(GpuDevice.Hold::pid).containsExactly(told);
        assertThat(holds.why()).isEqualTo(
                "The list of " + kind + " programs is missing: This account may not ask for it.");
    }

    @Test
    void tellsARefusalApartFromWhatAGpuDoesNotHave() throws Exception {
        var fake = playing(GPU);
        var gpu = only(fake);
        var refused = new Outcome.Refused<>("This account may not ask for it.");
        for (int other : List.of(17, 3)) {
            fake.play(GPU + "\nanswer nvmlDeviceGetComputeRunningProcesses* code=4\n"
                    + "answer nvmlDeviceGetGraphicsRunningProcesses* code=" + other);
            assertThat(gpu.holds()).isEqualTo(refused);
        }
        fake.play(GPU + "\nanswer nvmlDeviceGetGraphicsRunningProcesses* code=3");
        assertThat(gpu.holds()).as("a GPU without graphics has no such programs").isEqualTo(Outcome.of(List.of()));
    }

    @Test
    void doesNotTakeRefusedMemoryForUnifiedMemory() throws Exception {
        var gpu = only(playing(GPU, "process 0 pid=7 used=8Gi kind=compute", "answer nvmlDeviceGetMemoryInfo* code=4"));
        assertThat(gpu.vram()).isEqualTo(new Outcome.Refused<>("This account may not ask for it."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nvmlDevice*", "nvmlDeviceGetHandle*", "nvmlDeviceGetMemoryInfo*"})
    void readsTheOtherGpusWhenOneIsLost(String calls) throws Exception {
        var fake = playing("gpu 0 used=2Gi\ngpu 1 used=3Gi\nanswer " + calls + " code=15 gpu=0");
        var status = look(fake);

        assertThat(status.well()).isTrue();
        assertThat(status.gpus()).hasSize(2);
        assertThat(status.gpus().getFirst().lost()).isNotNull();
        assertThat(status.gpus().getFirst().vram()).isInstanceOf(Outcome.Unavailable.class);
        assertThat(status.gpus().getLast().lost()).isNull();
        assertThat(status.gpus().getLast().vram().orNull()).isNotNull();
    }

    @Test
    void showsAGpuThatWasLostBeforeTheConsoleStarted() throws Exception {
        var status = look(playing(GPU, "answer nvmlDeviceGetMemoryInfo* code=15"));
        assertThat(status.fault()).isEqualTo(GpuFault.LOST);
        assertThat(status.detail()).contains("(15)");
        var gpu = status.gpus().getFirst();
        assertThat(gpu.gpu().name()).isEqualTo("NVIDIA GeForce RTX 4090");
        assertThat(gpu.lost()).isEqualTo(new GpuLoss(GpuLoss.Kind.SILENT, null));
        assertThat(gpu.vram().why()).startsWith("The GPU does not answer any more.").contains("restart of the machine");
        assertThat(gpu.holders().orNull()).isNull();
        assertThat(gpu.activity().temperatureCelsius().orNull()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"HandleByIndex_v2, gpu-0, '', GPU that does not answer",
            "UUID, gpu-0, 00000000:01:00.0, NVIDIA GeForce RTX 4090",
            "Name, GPU-a, 00000000:01:00.0, GPU that does not answer",
            "PciInfo_v3, GPU-a, '', NVIDIA GeForce RTX 4090"})
    void knowsOfALostGpuWhatTheDriverStillTells(String silent, String id, String bus, String name) throws Exception {
        var status = look(playing(GPU, "answer nvmlDeviceGet" + silent + " code=15"));
        assertThat(status.fault()).isEqualTo(GpuFault.LOST);
        assertThat(status.gpus()).extracting(GpuReading::gpu).containsExactly(new GpuIdentity(id, bus, name, 0));
    }

    @Test
    void knowsALostGpuThatTellsNothingByWhereItWas() throws Exception {
        var fake = playing(GPU, "gpu 1 uuid=GPU-b");
        var session = session(fake);
        session.devices();
        fake.play(GPU + "\ngpu 1 uuid=GPU-b\nanswer nvmlDeviceGetHandleByIndex_v2 code=15 gpu=0");
        assertThat(session.devices()).map(device -> device.identity().id()).containsExactly("GPU-a", "GPU-b");
        fake.play("gpu 0 uuid=GPU-a\ngpu 1 uuid=GPU-a\nanswer nvmlDeviceGetHandleByIndex_v2 code=15 gpu=0");
        assertThat(session.devices()).as("it is at another place")
                .map(device -> device.identity().id())
                .containsExactly("gpu-0", "GPU-a");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 28})
    void saysThatTheGpuIsLostAndFindsItAgain(int code) throws Exception {
        var fake = playing(GPU);
        var session = session(fake);
        session.devices();
        fake.play(GPU + "\nanswer nvmlDeviceGetMemoryInfo_v2 code=" + code);
        assertThatExceptionOfType(GpuException.class).isThrownBy(() -> session.devices().getFirst().vram())
                .extracting(GpuException::fault)
                .isEqualTo(GpuFault.LOST);
        session.release();
        fake.play(GPU + "\ngeneration 5\nstale fault");
        assertThat(session.devices().getFirst().vram().orNull()).isNotNull();
    }

    @Test
    void saysWhyASessionCannotBeOpened() throws Exception {
        assertThat(faultOf("answer nvmlInit_v2 code=9")).isEqualTo(GpuFault.NO_DRIVER);
        assertThat(faultOf("answer nvmlInit_v2 code=18")).isEqualTo(GpuFault.MISMATCH);
        assertThat(faultOf("answer nvmlInit_v2 code=4")).isEqualTo(GpuFault.PERMISSION);
        assertThat(faultOf("answer nvmlInit_v2 code=17")).isEqualTo(GpuFault.PERMISSION);
        assertThat(faultOf("answer nvmlInit_v2 code=999")).isEqualTo(GpuFault.FAILED);
        assertThat(faultOf("answer nvmlDeviceGetCount_v2 code=9")).isEqualTo(GpuFault.NO_DRIVER);
    }

    private GpuFault faultOf(String line) throws Exception {
        var place = Files.createTempDirectory(folder, "gpu");
        var fake = FakeNvml.in(place);
        fake.play(GPU + "\n" + line);
        try {
            session(fake).devices();
            throw new AssertionError("The session opened: " + line);
        } catch (GpuException e) {
            return e.fault();
        }
    }

    @Test
    void saysThatTheLibraryThatIsSetCannotBeUsed() {
        var missing = folder.resolve("nowhere.so").toString();
        var session = new NvmlSession(new NvmlLocations(List.of(missing), true), clock);
        assertThatExceptionOfType(GpuException.class).isThrownBy(session::devices)
                .withMessageContaining(missing)
                .extracting(GpuException::fault)
                .isEqualTo(GpuFault.LIBRARY);
        assertThat(GpuFault.LIBRARY.advice()).contains("gpu.nvml_library", "GRAVITAS_NVML");
    }

    @Test
    void saysThatThereIsNoDriverWhereNoLibraryLoads() {
        var missing = folder.resolve("nowhere.so").toString();
        var session = new NvmlSession(new NvmlLocations(List.of(missing), false), clock);
        assertThatExceptionOfType(GpuException.class).isThrownBy(session::devices)
                .withMessageContaining(missing)
                .extracting(GpuException::fault)
                .isEqualTo(GpuFault.NO_DRIVER);
        var mac = new NvmlSession(NvmlLocations.of(null, "Mac OS X", Map.of()), clock);
        assertThatExceptionOfType(GpuException.class).isThrownBy(mac::devices)
                .withMessageContaining("none for this operating system");
    }

    @Test
    void saysThatALibraryIsNotTheDrivers() {
        var session = new NvmlSession(new NvmlLocations(List.of("libc.so.6"), true), clock);
        assertThatExceptionOfType(GpuException.class).isThrownBy(session::devices)
                .matches(failure -> failure.fault() == GpuFault.LIBRARY)
                .withMessageContaining("libc.so.6: this library is not NVML");
    }

    @Test
    void usesNoHandleOfAnEarlierSession() throws Exception {
        var fake = playing(GPU, "stale fault");
        var session = session(fake);
        for (int round = 0; round < 3; round++) {
            assertThat(session.devices().getFirst().vram().orNull()).isNotNull();
            session.release();
        }
    }
}
