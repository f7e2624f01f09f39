package dev.gravitas.gpu;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Looks into Linux's list of PCI devices, which wakes nothing: `power/runtime_status` says whether a device sleeps, and
/// `power/control` whether it may.
public final class PciSleepCheck implements SleepCheck {
    private static final Logger LOG = LoggerFactory.getLogger(PciSleepCheck.class);
    private static final String NVIDIA = "0x10de";
    /// Class of display controllers, in the first of three bytes.
    private static final String DISPLAY = "0x03";

    private final Path devices;

    /// @param devices `/sys/bus/pci/devices`; where there is no such folder nothing sleeps
    public PciSleepCheck(Path devices) {
        this.devices = devices;
    }

    @Override
    public boolean asleep() {
        var gpus = gpus();
        return !gpus.isEmpty() && gpus.stream().allMatch(gpu -> read(gpu, "power/runtime_status").equals("suspended"));
    }

    @Override
    public boolean maySleep() {
        var gpus = gpus();
        return !gpus.isEmpty() && gpus.stream().allMatch(gpu -> read(gpu, "power/control").equals("auto"));
    }

    private List<Path> gpus() {
        if (!Files.isDirectory(devices)) {
            return List.of();
        }
        try (var found = Files.list(devices)) {
            return found.filter(device -> read(device, "vendor").equals(NVIDIA)
                    && read(device, "class").startsWith(DISPLAY)).toList();
        } catch (IOException e) {
            LOG.debug("The list of PCI devices cannot be read", e);
            return List.of();
        }
    }

    private static String read(Path device, String file) {
        try {
            return Files.readString(device.resolve(file)).strip();
        } catch (IOException e) {
            // Not every device has every file, and devices come and go.
            return "";
        }
    }
}
