package dev.gravitas.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class FakeNvmlTest {
    private static final long GIB = 1L << 30;
    private static final int MEMORY_V2 = 0x02000028;

    @TempDir
    private Path folder;

    private final List<NativeLibrary> loaded = new ArrayList<>();

    @AfterEach
    void unload() {
        loaded.forEach(NativeLibrary::close);
    }

    @Test
    void withoutAScenarioThereIsOneIdleGpu() throws Exception {
        var nvml = open(FakeNvml.in(folder));

        assertThat(count(nvml)).isEqualTo(1);
        assertThat(text(nvml, "nvmlDeviceGetUUID", handle(nvml, 0))).startsWith("GPU-");
        assertThat(memory(nvml, handle(nvml, 0))).isEqualTo(new Filled(24 * GIB, 0, 24 * GIB, 0));
        assertThat(call(nvml, "nvmlDeviceGetTemperature", handle(nvml, 0), 0, new IntByReference())).isEqualTo(3);
    }

    @Test
    void nothingIsAnsweredBeforeItIsInitialized() throws Exception {
        var nvml = load(FakeNvml.in(folder));

        assertThat(call(nvml, "nvmlDeviceGetCount_v2", new IntByReference())).isEqualTo(1);
        assertThat(call(nvml, "nvmlShutdown")).isEqualTo(1);
    }

    @Test
    void tellsWhatTheScenarioSays() throws Exception {
        var fake = FakeNvml.in(folder);
        fake.play("""
                driver 555.1   # a comment
                gpu 0 name=Größte_Karte_€ total=16Gi reserved=1Gi used=4294967296 temp=61 reasons=0x44
                gpu 1 uuid=GPU-two memory=zero
                """);
        var nvml = open(fake);
        var temperature = new IntByReference();
        var reasons = new Memory(8);

        assertThat(count(nvml)).isEqualTo(2);
        assertThat(text(nvml, "nvmlDeviceGetName", handle(nvml, 0))).isEqualTo("Größte Karte €");
        assertThat(memory(nvml, handle(nvml, 0))).isEqualTo(new Filled(16 * GIB, GIB, 11 * GIB, 4 * GIB));
        assertThat(memory(nvml, handle(nvml, 1))).isEqualTo(new Filled(0, 0, 0, 0));
        assertThat(call(nvml, "nvmlDeviceGetTemperature", handle(nvml, 0), 0, temperature)).isZero();
        assertThat(temperature.getValue()).isEqualTo(61);
        assertThat(call(nvml, "nvmlDeviceGetCurrentClocksEventReasons", handle(nvml, 0), reasons)).isZero();
        assertThat(reasons.getLong(0)).isEqualTo(0x44);
    }

    @Test
    void theFirstVersionOfMemoryCountsReservedAsUsed() throws Exception {
        var fake = FakeNvml.in(folder);
        fake.play("gpu 0 total=16Gi reserved=1Gi used=4Gi");
        var nvml = open(fake);
        var memory = new Memory(24);

        assertThat(call(nvml, "nvmlDeviceGetMemoryInfo", handle(nvml, 0), memory)).isZero();
        assertThat(memory.getLongArray(0, 3)).containsExactly(16 * GIB, 11 * GIB, 5 * GIB);
    }

    @Test
    void memoryOfAnotherVersionIsAFunctionThatIsNotFound() throws Exception {
        var nvml = open(FakeNvml.in(folder));
        var memory = new Memory(40);
        memory.setInt(0, 0x01000028);

        assertThat(call(nvml, "nvmlDeviceGetMemoryInfo_v2", handle(nvml, 0), memory)).isEqualTo(13);
    }

    @Test
    void aScenarioCanChangeWhileTheLibraryIsUsed() throws Exception {
        var fake = FakeNvml.in(folder);
        var nvml = open(fake);
        var device = handle(nvml, 0);

        for (int gib = 1; gib < 50; gib++) {
            fake.play("gpu 0 total=64Gi used=" + gib + "Gi");
            assertThat(memory(nvml, device).used()).isEqualTo(gib * GIB);
        }
    }

    @Test
    void aRuleHasItsTurnAfterSomeCallsAndForSomeTimes() throws Exception {
        var fake = FakeNvml.in(folder);
        fake.play("""
                gpu 0
                gpu 1
                answer nvmlDeviceGetName code=15 gpu=1 after=2 times=3
                """);
        var nvml = open(fake);

        assertThat(names(nvml, handle(nvml, 1), 7)).containsExactly(0, 0, 15, 15, 15, 0, 0);
        assertThat(names(nvml, handle(nvml, 0), 7)).containsOnly(0);
    }

    @Test
    void aScenarioThatIsPlayedAgainCountsAnew() throws Exception {
        var fake = FakeNvml.in(folder);
        var nvml = open(fake);
        var once = "gpu 0\nanswer nvmlDeviceGetName code=999 times=1";

        fake.play(once);
        assertThat(names(nvml, handle(nvml, 0), 2)).containsExactly(999, 0);
        fake.play(once);
        assertThat(names(nvml, handle(nvml, 0), 2)).containsExactly(999, 0);
    }

    @Test
    void oneRuleCanConcernAllCallsOfAGpu() throws Exception {
        var fake = FakeNvml.in(folder);
        fake.play("gpu 0\nanswer nvmlDeviceGet* code=4 gpu=0");
        var nvml = open(fake);

        assertThat(count(nvml)).isEqualTo(1);
        assertThat(call(nvml, "nvmlDeviceGetHandleByIndex_v2", 0, new PointerByReference())).isEqualTo(4);
    }

    @Test
    void aCallThatSleepsHoldsNobodyUp() throws Exception {
        var fake = FakeNvml.in(folder);
        fake.play("gpu 0\nsleep nvmlDeviceGetName ms=1500 times=1");
        var nvml = open(fake);
        var device = handle(nvml, 0);
        long start = System.nanoTime();
        var sleeper = Thread.ofPlatform().start(() -> text(nvml, "nvmlDeviceGetName", device));

        while (!counters(nvml).contains("nvmlDeviceGetName 1")) {
            Thread.onSpinWait();
        }
        assertThat(memory(nvml, device).total()).isEqualTo(24 * GIB);
        assertThat(sleeper.isAlive()).as("still asleep").isTrue();
        sleeper.join();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void aHandleIsStaleOnceTheLibraryWasShutDown() throws Exception {
        var nvml = open(FakeNvml.in(folder));
        var device = handle(nvml, 0);
        call(nvml, "nvmlShutdown");

        assertThat(names(nvml, device, 1)).as("shut down").containsExactly(1);
        call(nvml, "nvmlInit_v2");
        assertThat(names(nvml, device, 1)).as("opened again").containsExactly(15);
        assertThat(names(nvml, handle(nvml, 0), 1)).as("a new handle").containsExactly(0);
    }

    @Test
    void handlesLastUntilTheLastOfSeveralUsersShutsDown() throws Exception {
        var nvml = open(FakeNvml.in(folder));
        var device = handle(nvml, 0);
        call(nvml, "nvmlInit_v2");
        call(nvml, "nvmlShutdown");

        assertThat(names(nvml, device, 1)).containsExactly(0);
        assertThat(counters(nvml)).startsWith("inits 2 shutdowns 1 calls 5 live_handles 1\n");
    }

    @Test
    void anotherGenerationMakesHandlesStale() throws Exception {
        var fake = FakeNvml.in(folder);
        var nvml = open(fake);
        var device = handle(nvml, 0);
        fake.play("gpu 0\ngeneration 1");

        assertThat(names(nvml, device, 1)).containsExactly(15);
        assertThat(counters(nvml)).contains("live_handles 0");
        assertThat(names(nvml, handle(nvml, 0), 1)).containsExactly(0);
    }

    @Test
    void functionsCanBeLeftOut() throws Exception {
        var nvml = open(FakeNvml.without(folder, "nvmlDeviceGetMemoryInfo_v2", "nvmlDeviceGetFanSpeed"));

        assertThatThrownBy(() -> nvml.getFunction("nvmlDeviceGetMemoryInfo_v2"))
                .isInstanceOf(UnsatisfiedLinkError.class);
        assertThatThrownBy(() -> nvml.getFunction("nvmlDeviceGetFanSpeed")).isInstanceOf(UnsatisfiedLinkError.class);
        assertThat(call(nvml, "nvmlDeviceGetMemoryInfo", handle(nvml, 0), new Memory(24))).isZero();
    }

    @Test
    void writesEntriesOfProcessesInTheSizeThatTheSymbolHas() throws Exception {
        var fake = FakeNvml.in(folder);
        fake.play("""
                gpu 0
                entry_v3 32
                process 0 pid=4000000000 used=5Gi kind=compute
                process 0 pid=7 used=none kind=compute
                process 0 pid=8 used=1 kind=graphics
                """);
        var nvml = open(fake);

        assertEntries(nvml, "nvmlDeviceGetComputeRunningProcesses", 16);
        assertEntries(nvml, "nvmlDeviceGetComputeRunningProcesses_v2", 24);
        assertEntries(nvml, "nvmlDeviceGetComputeRunningProcesses_v3", 32);
    }

    @Test
    void aGrowingListOfProcessesIsNeverGivenEnoughRoom() throws Exception {
        var fake = FakeNvml.in(folder);
        fake.play("gpu 0\nprocess 0 pid=1 used=1 kind=compute\ngrow 2");
        var nvml = open(fake);
        var device = handle(nvml, 0);
        var room = new Memory(1024);
        var count = new IntByReference(0);
        var name = "nvmlDeviceGetComputeRunningProcesses_v2";

        assertThat(call(nvml, name, device, count, Pointer.NULL)).isEqualTo(7);
        assertThat(count.getValue()).isEqualTo(2);
        count.setValue(9);
        assertThat(call(nvml, name, device, count, room)).isEqualTo(7);
        assertThat(count.getValue()).isEqualTo(10);
        assertThat(call(nvml, name, device, count, room)).isZero();
        assertThat(count.getValue()).isEqualTo(1);
    }

    @Test
    void migDevicesHaveHandlesAndMemoryOfTheirOwn() throws Exception {
        var fake = FakeNvml.in(folder);
        fake.play("gpu 0 busy=50 mig=1 migs=MIG-a:10Gi:1Gi,-,MIG-b:20Gi:3Gi");
        var nvml = open(fake);
        var mig = new PointerByReference();

        assertThat(call(nvml, "nvmlDeviceGetMigDeviceHandleByIndex", handle(nvml, 0), 1, mig)).isEqualTo(6);
        assertThat(call(nvml, "nvmlDeviceGetMigDeviceHandleByIndex", handle(nvml, 0), 2, mig)).isZero();
        assertThat(text(nvml, "nvmlDeviceGetUUID", mig.getValue())).isEqualTo("MIG-b");
        assertThat(memory(nvml, mig.getValue())).isEqualTo(new Filled(20 * GIB, 0, 17 * GIB, 3 * GIB));
        assertThat(call(nvml, "nvmlDeviceGetUtilizationRates", mig.getValue(), new Memory(8))).isEqualTo(3);
    }

    @Test
    void aScenarioThatCannotBeUnderstoodIsNotPassedOver() throws Exception {
        var fake = FakeNvml.in(folder);
        fake.play("gpu 0\ngpu 1 temprature=50");
        var nvml = load(fake);

        assertThat(call(nvml, "nvmlInit_v2")).isEqualTo(999);
        assertThat(counters(nvml)).contains("problem line 2: a GPU has no temprature=50");
    }

    @Test
    void librariesOfTwoFoldersKnowNothingOfEachOther() throws Exception {
        var first = FakeNvml.in(Files.createDirectory(folder.resolve("first")));
        var second = FakeNvml.in(Files.createDirectory(folder.resolve("second")));
        first.play("gpu 0\ngpu 1\ngpu 2");
        second.play("cuda 1");

        assertThat(count(open(first))).isEqualTo(3);
        assertThat(count(open(second))).isZero();
    }

    @Test
    void laysItsStructsOutAsNvmlDoes() throws Exception {
        assertThat(load(FakeNvml.in(folder)).getFunction("fakeLayout").invokeString(new Object[0], false).lines())
                .contains("nvmlMemory_v2_t 40 version@0 total@8 reserved@16 free@24 used@32",
                        "nvmlProcessInfo_v1_t 16 pid@0 usedGpuMemory@8");
    }

    private NativeLibrary load(FakeNvml fake) {
        var library = NativeLibrary.getInstance(fake.library().toString());
        loaded.add(library);
        return library;
    }

    private NativeLibrary open(FakeNvml fake) {
        var library = load(fake);
        assertThat(call(library, "nvmlInit_v2")).isZero();
        return library;
    }

    private static int call(NativeLibrary nvml, String function, Object... arguments) {
        return nvml.getFunction(function).invokeInt(arguments);
    }

    private static int count(NativeLibrary nvml) {
        var count = new IntByReference();
        assertThat(call(nvml, "nvmlDeviceGetCount_v2", count)).isZero();
        return count.getValue();
    }

    private static Pointer handle(NativeLibrary nvml, int index) {
        var device = new PointerByReference();
        assertThat(call(nvml, "nvmlDeviceGetHandleByIndex_v2", index, device)).isZero();
        return device.getValue();
    }

    private static String text(NativeLibrary nvml, String function, Pointer device) {
        var text = new Memory(96);
        assertThat(call(nvml, function, device, text, 96)).isZero();
        return text.getString(0, "UTF-8");
    }

    private static List<Integer> names(NativeLibrary nvml, Pointer device, int calls) {
        return IntStream.range(0, calls)
                .mapToObj(_ -> call(nvml, "nvmlDeviceGetName", device, new Memory(96), 96))
                .toList();
    }

    private static String counters(NativeLibrary nvml) {
        return nvml.getFunction("fakeCounters").invokeString(new Object[0], false);
    }

    private static Filled memory(NativeLibrary nvml, Pointer device) {
        var memory = new Memory(40);
        memory.setInt(0, MEMORY_V2);
        assertThat(call(nvml, "nvmlDeviceGetMemoryInfo_v2", device, memory)).isZero();
        return new Filled(memory.getLong(8), memory.getLong(16), memory.getLong(24), memory.getLong(32));
    }

    private static void assertEntries(NativeLibrary nvml, String function, int size) {
        var entries = new Memory(256);
        entries.setMemory(0, entries.size(), (byte) 0x5A);
        var count = new IntByReference(5);

        assertThat(call(nvml, function, handle(nvml, 0), count, entries)).isZero();
        assertThat(count.getValue()).isEqualTo(2);
        assertThat(entries.getInt(0)).isEqualTo((int) 4_000_000_000L);
        assertThat(entries.getLong(8)).isEqualTo(5 * GIB);
        assertThat(entries.getInt(size)).isEqualTo(7);
        assertThat(entries.getLong(size + 8)).as("not available").isEqualTo(-1);
        assertThat(entries.getByteArray(2 * size, 64)).as("behind the list").containsOnly(0x5A);
    }

    private record Filled(long total, long reserved, long free, long used) {}
}
