/*
 * A libnvidia-ml.so.1 without a GPU, for tests: it answers what a scenario says, and misbehaves when told to.
 *
 * The scenario is the file beside the library, its name plus ".scenario". It is looked at in every call and read again
 * when it was replaced, so a test changes it while the library is in use (by renaming, never by writing into it).
 * Without a file there is one idle GPU of 24 GiB. One statement per line, words divided by blanks, `#` up to the end
 * of the line is a comment:
 *
 *   driver 580.65.06 | nvml 13.580.65.06 | cuda 13000
 *   gpu <index> [key=value ...]         indices from 0 without gaps; a file without any has no GPU
 *       uuid= name= (`_` stands for a space) bus=00000000:01:00.0
 *       total= reserved= used=          bytes, or with Ki, Mi, Gi; default 24Gi, 0, 0
 *       memory=zero|unsupported         both memory calls: SUCCESS with nothing but zeros, or NOT_SUPPORTED
 *       busy= membusy= temp= power= powerlimit= energy= gfxclock= memclock= reasons=(hex) fan= mig=0|1
 *                                       NOT_SUPPORTED where it is not given
 *       migs=<uuid:total:used[:profile[:gpu instance[:compute instance]]]>,...
 *                                       MIG devices; `-` is an empty slot. Profile 1g.5gb, instances slot and 0 by default
 *   process <gpu> pid=<n> used=<bytes>|none kind=compute|graphics [mig=<slot>]
 *   answer <function> code=<n> [gpu=<index>] [after=<n>] [times=<n>]
 *   sleep <function> ms=<n> [gpu=<index>] [after=<n>] [times=<n>]
 *       The first `after` calls (none) pass, then `times` calls (all) are concerned. Only calls that match function and
 *       GPU count, each rule counts for itself, from its reading on. The name of a function may end in `*`. The first
 *       answer in its turn wins; such a call does nothing else, not even with code 0.
 *   entry_v3 16|24|32                   size of an entry of the _v3 process lists, default 24
 *   grow <n>                            the next n process lists need one entry more than there is room for
 *   stale fault|lost                    a stale handle is a memory fault, or GPU_IS_LOST (the default)
 *   generation <n>                      another number makes all handles stale that were given out under the one before
 *
 * While a scenario cannot be understood, every call answers UNKNOWN, and stderr and fakeCounters say why.
 */
#define _GNU_SOURCE
#include <ctype.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#define EXPORT __attribute__((visibility("default")))

enum {
    SUCCESS = 0,
    UNINITIALIZED = 1,
    INVALID_ARGUMENT = 2,
    NOT_SUPPORTED = 3,
    NOT_FOUND = 6,
    INSUFFICIENT_SIZE = 7,
    FUNCTION_NOT_FOUND = 13,
    GPU_IS_LOST = 15,
    UNKNOWN = 999,
    /* Never leaves the library: the call goes on, and holds the lock. */
    GO_ON = -1
};

/* What NVML's header lays out. */

typedef struct fake_handle *nvmlDevice_t;

typedef struct {
    unsigned long long total, free, used;
} nvmlMemory_t;

typedef struct {
    unsigned int version;
    unsigned long long total, reserved, free, used;
} nvmlMemory_v2_t;

typedef struct {
    unsigned int gpu, memory;
} nvmlUtilization_t;

typedef struct {
    unsigned int pid;
    unsigned long long usedGpuMemory;
} nvmlProcessInfo_v1_t;

typedef struct {
    unsigned int pid;
    unsigned long long usedGpuMemory;
    unsigned int gpuInstanceId, computeInstanceId;
} nvmlProcessInfo_v2_t;

typedef struct {
    unsigned int pid;
    unsigned long long usedGpuMemory;
    unsigned int gpuInstanceId, computeInstanceId;
    unsigned long long usedGpuCcProtectedMemory;
} nvmlProcessDetail_v1_t;

typedef struct {
    char busIdLegacy[16];
    unsigned int domain, bus, device, pciDeviceId, pciSubSystemId;
    char busId[32];
} nvmlPciInfo_t;

#define MEMORY_V2 (sizeof(nvmlMemory_v2_t) | 2u << 24)

/* The scenario. */

enum { GPUS = 16, MIG_SLOTS = 7, PROCESSES = 1024, RULES = 128, WORD = 96, ANY = -1, WHOLE = -1 };

enum figure { BUSY, MEMBUSY, TEMP, POWER, POWERLIMIT, ENERGY, GFXCLOCK, MEMCLOCK, REASONS, FAN, MIG, FIGURES };

static const char *const FIGURE_KEYS[FIGURES] = {"busy", "membusy", "temp", "power", "powerlimit", "energy", "gfxclock",
                                                 "memclock", "reasons", "fan", "mig"};

enum memory_answer { MEMORY_PLAIN, MEMORY_ZERO, MEMORY_UNSUPPORTED };

enum kind { COMPUTE, GRAPHICS };

struct mig {
    char uuid[WORD], profile[16];
    uint64_t total, used;
    int gpu_instance, compute_instance;
};

struct gpu {
    bool stated;
    char uuid[WORD], name[WORD], bus[32];
    uint64_t total, reserved, used;
    enum memory_answer memory;
    bool has[FIGURES];
    uint64_t figure[FIGURES];
    struct mig migs[MIG_SLOTS];
};

struct process {
    int gpu, mig;
    enum kind kind;
    unsigned int pid;
    uint64_t used;
};

struct rule {
    bool sleeps;
    char function[WORD];
    int gpu;
    uint64_t value, after, times, seen;
};

struct scenario {
    char driver[WORD], nvml[WORD];
    int cuda;
    int gpus, processes, rules;
    struct gpu gpu[GPUS];
    struct process process[PROCESSES];
    struct rule rule[RULES];
    unsigned int entry_v3;
    uint64_t grow, generation;
    bool stale_faults;
    char problem[256];
};

struct stamp {
    bool there;
    ino_t inode;
    off_t size;
    struct timespec modified;
};

/* One lock for all that follows; a call that sleeps does not hold it. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct scenario now;
static struct stamp now_stamp;
static bool read_once;

static uint64_t inits, shutdowns, calls, opens;
static uint64_t given_generation;
static bool given[GPUS][1 + MIG_SLOTS];

enum { FUNCTIONS = 64 };
static struct {
    const char *name;
    uint64_t calls;
} called[FUNCTIONS];

__attribute__((format(printf, 1, 2))) static bool problem(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(now.problem, sizeof now.problem, format, arguments);
    va_end(arguments);
    return false;
}

static bool copy(char *to, size_t size, const char *word) {
    if (strlen(word) >= size) {
        return problem("'%s' is too long", word);
    }
    strcpy(to, word);
    return true;
}

static bool number(const char *word, int base, uint64_t *value) {
    char *end;
    if (!isxdigit((unsigned char) word[0])) {
        return problem("'%s' is no number", word);
    }
    *value = strtoull(word, &end, base);
    if (strcmp(end, "Ki") == 0) {
        *value <<= 10;
    } else if (strcmp(end, "Mi") == 0) {
        *value <<= 20;
    } else if (strcmp(end, "Gi") == 0) {
        *value <<= 30;
    } else if (*end != '\0') {
        return problem("'%s' is no number", word);
    }
    return true;
}

static bool below(const char *word, uint64_t limit, int *value) {
    uint64_t any;
    if (!number(word, 10, &any)) {
        return false;
    }
    if (any >= limit) {
        return problem("%s is not below %llu", word, (unsigned long long) limit);
    }
    *value = (int) any;
    return true;
}

/* Cuts `key=value` in two; the value, or null. */
static char *value_of(char *word) {
    char *equals = strchr(word, '=');
    if (equals == NULL) {
        problem("'%s' is not key=value", word);
        return NULL;
    }
    *equals = '\0';
    return equals + 1;
}

static struct gpu *state_gpu(int index) {
    struct gpu *gpu = &now.gpu[index];
    if (!gpu->stated) {
        gpu->stated = true;
        snprintf(gpu->uuid, sizeof gpu->uuid, "GPU-00000000-0000-0000-0000-%012d", index);
        snprintf(gpu->name, sizeof gpu->name, "Fake GPU %d", index);
        snprintf(gpu->bus, sizeof gpu->bus, "00000000:%02X:00.0", (unsigned int) index + 1);
        gpu->total = (uint64_t) 24 << 30;
        if (now.gpus <= index) {
            now.gpus = index + 1;
        }
    }
    return gpu;
}

static bool parse_migs(struct gpu *gpu, char *list) {
    int slot = 0;
    char *item, *rest = list;
    while ((item = strsep(&rest, ",")) != NULL) {
        struct mig *mig = &gpu->migs[slot];
        if (slot++ == MIG_SLOTS) {
            return problem("more than %d MIG devices", MIG_SLOTS);
        }
        if (strcmp(item, "-") == 0) {
            continue;
        }
        char *uuid = strsep(&item, ":"), *total = strsep(&item, ":"), *used = strsep(&item, ":");
        char *profile = strsep(&item, ":"), *gpu_instance = strsep(&item, ":"), *compute_instance = item;
        if (total == NULL || used == NULL || *uuid == '\0') {
            return problem("a MIG device is uuid:total:used[:profile[:instance[:instance]]]");
        }
        mig->gpu_instance = slot - 1;
        mig->compute_instance = 0;
        if (!copy(mig->uuid, sizeof mig->uuid, uuid) || !number(total, 10, &mig->total)
            || !number(used, 10, &mig->used)
            || !copy(mig->profile, sizeof mig->profile, profile != NULL ? profile : "1g.5gb")
            || (gpu_instance != NULL && !below(gpu_instance, INT32_MAX, &mig->gpu_instance))
            || (compute_instance != NULL && !below(compute_instance, INT32_MAX, &mig->compute_instance))) {
            return false;
        }
    }
    return true;
}

static bool parse_gpu_key(struct gpu *gpu, char *key, char *value) {
    if (strcmp(key, "uuid") == 0) {
        return copy(gpu->uuid, sizeof gpu->uuid, value);
    }
    if (strcmp(key, "name") == 0) {
        for (char *blank = value; (blank = strchr(blank, '_')) != NULL;) {
            *blank = ' ';
        }
        return copy(gpu->name, sizeof gpu->name, value);
    }
    if (strcmp(key, "bus") == 0) {
        unsigned int domain, bus, device;
        return sscanf(value, "%x:%x:%x", &domain, &bus, &device) == 3 ? copy(gpu->bus, sizeof gpu->bus, value)
                                                                      : problem("'%s' is no bus id", value);
    }
    if (strcmp(key, "total") == 0) {
        return number(value, 10, &gpu->total);
    }
    if (strcmp(key, "reserved") == 0) {
        return number(value, 10, &gpu->reserved);
    }
    if (strcmp(key, "used") == 0) {
        return number(value, 10, &gpu->used);
    }
    if (strcmp(key, "memory") == 0 && strcmp(value, "zero") == 0) {
        gpu->memory = MEMORY_ZERO;
        return true;
    }
    if (strcmp(key, "memory") == 0 && strcmp(value, "unsupported") == 0) {
        gpu->memory = MEMORY_UNSUPPORTED;
        return true;
    }
    if (strcmp(key, "migs") == 0) {
        return parse_migs(gpu, value);
    }
    for (int figure = 0; figure < FIGURES; figure++) {
        if (strcmp(key, FIGURE_KEYS[figure]) == 0) {
            gpu->has[figure] = true;
            return number(value, figure == REASONS ? 16 : 10, &gpu->figure[figure]);
        }
    }
    return problem("a GPU has no %s=%s", key, value);
}

static bool parse_process_key(struct process *process, const char *key, const char *value) {
    if (strcmp(key, "pid") == 0) {
        uint64_t pid;
        if (!number(value, 10, &pid)) {
            return false;
        }
        process->pid = (unsigned int) pid;
        return pid <= UINT32_MAX || problem("%s is no pid", value);
    }
    if (strcmp(key, "used") == 0) {
        return strcmp(value, "none") == 0 || number(value, 10, &process->used);
    }
    if (strcmp(key, "mig") == 0) {
        return below(value, MIG_SLOTS, &process->mig);
    }
    if (strcmp(key, "kind") == 0 && strcmp(value, "compute") == 0) {
        process->kind = COMPUTE;
        return true;
    }
    if (strcmp(key, "kind") == 0 && strcmp(value, "graphics") == 0) {
        process->kind = GRAPHICS;
        return true;
    }
    return problem("a process has no %s=%s", key, value);
}

static bool parse_rule_key(struct rule *rule, const char *key, const char *value) {
    if (strcmp(key, rule->sleeps ? "ms" : "code") == 0) {
        return number(value, 10, &rule->value);
    }
    if (strcmp(key, "gpu") == 0) {
        return below(value, GPUS, &rule->gpu);
    }
    if (strcmp(key, "after") == 0) {
        return number(value, 10, &rule->after);
    }
    if (strcmp(key, "times") == 0) {
        return number(value, 10, &rule->times);
    }
    return problem("a rule has no %s=%s", key, value);
}

static bool parse_gpu(char *index, char **rest) {
    int at = 0;
    if (!below(index, GPUS, &at)) {
        return false;
    }
    struct gpu *gpu = state_gpu(at);
    for (char *word; (word = strtok_r(NULL, " \t\r", rest)) != NULL;) {
        char *value = value_of(word);
        if (value == NULL || !parse_gpu_key(gpu, word, value)) {
            return false;
        }
    }
    return true;
}

static bool parse_process(char *gpu, char **rest) {
    if (now.processes == PROCESSES) {
        return problem("more than %d processes", PROCESSES);
    }
    struct process *process = &now.process[now.processes++];
    process->mig = WHOLE;
    process->used = UINT64_MAX;
    if (!below(gpu, GPUS, &process->gpu)) {
        return false;
    }
    for (char *word; (word = strtok_r(NULL, " \t\r", rest)) != NULL;) {
        char *value = value_of(word);
        if (value == NULL || !parse_process_key(process, word, value)) {
            return false;
        }
    }
    return true;
}

static bool parse_rule(bool sleeps, const char *function, char **rest) {
    if (now.rules == RULES) {
        return problem("more than %d rules", RULES);
    }
    struct rule *rule = &now.rule[now.rules++];
    rule->sleeps = sleeps;
    rule->gpu = ANY;
    rule->value = UINT64_MAX;
    rule->times = UINT64_MAX;
    if (!copy(rule->function, sizeof rule->function, function)) {
        return false;
    }
    for (char *word; (word = strtok_r(NULL, " \t\r", rest)) != NULL;) {
        char *value = value_of(word);
        if (value == NULL || !parse_rule_key(rule, word, value)) {
            return false;
        }
    }
    return rule->value != UINT64_MAX || problem(sleeps ? "a sleep needs ms=" : "an answer needs code=");
}

static bool parse_setting(const char *name, const char *value) {
    if (strcmp(name, "driver") == 0) {
        return copy(now.driver, sizeof now.driver, value);
    }
    if (strcmp(name, "nvml") == 0) {
        return copy(now.nvml, sizeof now.nvml, value);
    }
    if (strcmp(name, "cuda") == 0) {
        return below(value, INT32_MAX, &now.cuda);
    }
    if (strcmp(name, "entry_v3") == 0) {
        int size = 0;
        if (!below(value, 33, &size)) {
            return false;
        }
        now.entry_v3 = (unsigned int) size;
        return size == 16 || size == 24 || size == 32 || problem("no entry has %d bytes", size);
    }
    if (strcmp(name, "grow") == 0) {
        return number(value, 10, &now.grow);
    }
    if (strcmp(name, "generation") == 0) {
        return number(value, 10, &now.generation);
    }
    if (strcmp(name, "stale") == 0) {
        now.stale_faults = strcmp(value, "fault") == 0;
        return now.stale_faults || strcmp(value, "lost") == 0 || problem("a stale handle is fault or lost");
    }
    return problem("there is no statement '%s'", name);
}

static bool parse_line(char *line) {
    line[strcspn(line, "#")] = '\0';
    char *rest;
    char *statement = strtok_r(line, " \t\r", &rest);
    if (statement == NULL) {
        return true;
    }
    char *subject = strtok_r(NULL, " \t\r", &rest);
    if (subject == NULL) {
        return problem("'%s' says nothing", statement);
    }
    if (strcmp(statement, "gpu") == 0) {
        return parse_gpu(subject, &rest);
    }
    if (strcmp(statement, "process") == 0) {
        return parse_process(subject, &rest);
    }
    if (strcmp(statement, "answer") == 0 || strcmp(statement, "sleep") == 0) {
        return parse_rule(*statement == 's', subject, &rest);
    }
    return parse_setting(statement, subject);
}

static void check_gpus(void) {
    for (int index = 0; index < now.gpus; index++) {
        if (!now.gpu[index].stated) {
            problem("gpu %d is missing", index);
        }
    }
    for (int index = 0; index < now.processes; index++) {
        if (now.process[index].gpu >= now.gpus) {
            problem("a process runs on gpu %d, which is missing", now.process[index].gpu);
        }
    }
}

static void parse(char *text) {
    int line_number = 0;
    for (char *line, *rest = text; (line = strsep(&rest, "\n")) != NULL;) {
        line_number++;
        if (!parse_line(line)) {
            char why[sizeof now.problem];
            strcpy(why, now.problem);
            problem("line %d: %.200s", line_number, why);
            return;
        }
    }
    check_gpus();
}

static void start_scenario(void) {
    memset(&now, 0, sizeof now);
    strcpy(now.driver, "580.65.06");
    strcpy(now.nvml, "13.580.65.06");
    now.cuda = 13000;
    now.entry_v3 = sizeof(nvmlProcessInfo_v2_t);
}

static struct stamp stamp_of(const struct stat *file) {
    return (struct stamp){true, file->st_ino, file->st_size, file->st_mtim};
}

static bool is_now(const struct stat *file) {
    return now_stamp.there && now_stamp.inode == file->st_ino && now_stamp.size == file->st_size
           && now_stamp.modified.tv_sec == file->st_mtim.tv_sec && now_stamp.modified.tv_nsec == file->st_mtim.tv_nsec;
}

static void read_scenario(FILE *file) {
    struct stat state;
    if (fstat(fileno(file), &state) != 0) {
        problem("the file's state cannot be read");
        return;
    }
    char *text = malloc((size_t) state.st_size + 1);
    if (text == NULL) {
        problem("no memory for the file");
        return;
    }
    text[fread(text, 1, (size_t) state.st_size, file)] = '\0';
    now_stamp = stamp_of(&state);
    parse(text);
    free(text);
}

static char path[4096];

__attribute__((constructor)) static void find_path(void) {
    Dl_info self;
    char full[sizeof path - sizeof ".scenario"];
    if (dladdr(&path, &self) != 0 && strlen(self.dli_fname) < sizeof full) {
        strcpy(full, self.dli_fname);
        snprintf(path, sizeof path, "%s.scenario", full);
    }
}

static void refresh(void) {
    struct stat state;
    bool there = stat(path, &state) == 0;
    if (read_once && (there ? is_now(&state) : !now_stamp.there)) {
        return;
    }
    read_once = true;
    now_stamp.there = false;
    start_scenario();
    FILE *file = fopen(path, "re");
    if (file != NULL) {
        read_scenario(file);
        fclose(file);
    } else if (there) {
        problem("the file cannot be opened");
    } else {
        state_gpu(0);
    }
    if (now.problem[0] != '\0') {
        fprintf(stderr, "%s: %s\n", path, now.problem);
    }
}

/* Handles are numbers; no address looks like one, so to follow one is a memory fault. */

#define MARK ((uint64_t) 0x4BAD)

/* Which opening of the library, then the scenario's number. */
static uint64_t generation(void) {
    return (opens & 0xFFFF) << 16 | (now.generation & 0xFFFF);
}

static void forget_given(void) {
    memset(given, 0, sizeof given);
    given_generation = generation();
}

static nvmlDevice_t give(int gpu, int mig) {
    if (given_generation != generation()) {
        forget_given();
    }
    given[gpu][1 + mig] = true;
    return (nvmlDevice_t) (uintptr_t) (MARK << 48 | generation() << 16 | (uint64_t) gpu << 8 | (uint64_t) (1 + mig));
}

static bool is_ours(nvmlDevice_t device) {
    uint64_t bits = (uint64_t) (uintptr_t) device;
    return bits >> 48 == MARK && (bits >> 8 & 0xFF) < GPUS && (bits & 0xFF) <= MIG_SLOTS;
}

static int gpu_of(nvmlDevice_t device) {
    return (int) ((uint64_t) (uintptr_t) device >> 8 & 0xFF);
}

static int mig_of(nvmlDevice_t device) {
    return (int) ((uint64_t) (uintptr_t) device & 0xFF) - 1;
}

static uint64_t generation_of(nvmlDevice_t device) {
    return (uint64_t) (uintptr_t) device >> 16 & UINT32_MAX;
}

/* The beginning and the end of every call. */

static void count_call(const char *function) {
    calls++;
    for (int index = 0; index < FUNCTIONS; index++) {
        if (called[index].name == NULL) {
            called[index].name = function;
        }
        if (strcmp(called[index].name, function) == 0) {
            called[index].calls++;
            return;
        }
    }
}

static bool concerns(const struct rule *rule, const char *function, int gpu) {
    size_t length = strlen(rule->function);
    bool prefix = length > 0 && rule->function[length - 1] == '*';
    return (prefix ? strncmp(rule->function, function, length - 1) == 0 : strcmp(rule->function, function) == 0)
           && (rule->gpu == ANY || rule->gpu == gpu);
}

static bool has_its_turn(struct rule *rule) {
    uint64_t before = rule->seen++;
    return before >= rule->after && before - rule->after < rule->times;
}

static int leave(int code) {
    pthread_mutex_unlock(&lock);
    return code;
}

static void sleep_unlocked(uint64_t ms) {
    struct timespec pause = {(time_t) (ms / 1000), (long) (ms % 1000) * 1000000};
    pthread_mutex_unlock(&lock);
    while (nanosleep(&pause, &pause) != 0) {
    }
    pthread_mutex_lock(&lock);
}

static int gpu_with(const char *uuid, int *mig) {
    for (int gpu = 0; gpu < now.gpus; gpu++) {
        *mig = WHOLE;
        if (strcmp(now.gpu[gpu].uuid, uuid) == 0) {
            return gpu;
        }
        for (*mig = 0; *mig < MIG_SLOTS; ++*mig) {
            if (now.gpu[gpu].migs[*mig].uuid[0] != '\0' && strcmp(now.gpu[gpu].migs[*mig].uuid, uuid) == 0) {
                return gpu;
            }
        }
    }
    return ANY;
}

/* The GPU that rules go by is the one with the uuid, if there is one. */
static int enter_for(const char *function, int gpu, const char *uuid) {
    int mig;
    uint64_t ms = 0;
    int code = GO_ON;
    pthread_mutex_lock(&lock);
    refresh();
    count_call(function);
    if (uuid != NULL) {
        gpu = gpu_with(uuid, &mig);
    }
    for (int index = 0; index < now.rules; index++) {
        struct rule *rule = &now.rule[index];
        if (concerns(rule, function, gpu) && has_its_turn(rule)) {
            if (rule->sleeps) {
                ms += rule->value;
            } else if (code == GO_ON) {
                code = (int) rule->value;
            }
        }
    }
    if (ms > 0) {
        sleep_unlocked(ms);
    }
    if (now.problem[0] != '\0') {
        return leave(UNKNOWN);
    }
    return code == GO_ON ? GO_ON : leave(code);
}

static int enter_initialized(const char *function, int gpu, const char *uuid) {
    int code = enter_for(function, gpu, uuid);
    if (code == GO_ON && inits == shutdowns) {
        return leave(UNINITIALIZED);
    }
    return code;
}

static int stale(nvmlDevice_t device) {
    bool faults = now.stale_faults;
    pthread_mutex_unlock(&lock);
    return faults ? *(volatile int *) device : GPU_IS_LOST;
}

/* What a valid handle stands for: a GPU, or one of its MIG devices. */
struct seat {
    int index;
    struct gpu *gpu;
    struct mig *mig;
};

static int enter_device(const char *function, nvmlDevice_t device, struct seat *seat) {
    int code = enter_initialized(function, is_ours(device) ? gpu_of(device) : ANY, NULL);
    if (code != GO_ON) {
        return code;
    }
    if (!is_ours(device)) {
        return leave(INVALID_ARGUMENT);
    }
    if (generation_of(device) != generation()) {
        return stale(device);
    }
    seat->index = gpu_of(device);
    seat->gpu = &now.gpu[seat->index];
    seat->mig = mig_of(device) == WHOLE ? NULL : &seat->gpu->migs[mig_of(device)];
    if (seat->index >= now.gpus || (seat->mig != NULL && seat->mig->uuid[0] == '\0')) {
        return leave(GPU_IS_LOST);
    }
    return GO_ON;
}

static int give_text(const char *text, char *buffer, unsigned int length) {
    if (buffer == NULL) {
        return INVALID_ARGUMENT;
    }
    if (strlen(text) >= length) {
        return INSUFFICIENT_SIZE;
    }
    strcpy(buffer, text);
    return SUCCESS;
}

static int give_figure(const struct seat *seat, enum figure figure, unsigned int *value) {
    if (value == NULL) {
        return INVALID_ARGUMENT;
    }
    if (seat->mig != NULL || !seat->gpu->has[figure]) {
        return NOT_SUPPORTED;
    }
    *value = (unsigned int) seat->gpu->figure[figure];
    return SUCCESS;
}

static int give_long_figure(const struct seat *seat, enum figure figure, unsigned long long *value) {
    if (value == NULL) {
        return INVALID_ARGUMENT;
    }
    if (seat->mig != NULL || !seat->gpu->has[figure]) {
        return NOT_SUPPORTED;
    }
    *value = seat->gpu->figure[figure];
    return SUCCESS;
}

static int figure_of(const char *function, nvmlDevice_t device, enum figure figure, unsigned int *value) {
    struct seat seat;
    int code = enter_device(function, device, &seat);
    return code == GO_ON ? leave(give_figure(&seat, figure, value)) : code;
}

static int long_figure_of(const char *function, nvmlDevice_t device, enum figure figure, unsigned long long *value) {
    struct seat seat;
    int code = enter_device(function, device, &seat);
    return code == GO_ON ? leave(give_long_figure(&seat, figure, value)) : code;
}

/* Library and system. */

EXPORT int nvmlInit_v2(void) {
    int code = enter_for(__func__, ANY, NULL);
    if (code != GO_ON) {
        return code;
    }
    if (inits++ == shutdowns) {
        opens++;
        forget_given();
    }
    return leave(SUCCESS);
}

EXPORT int nvmlShutdown(void) {
    int code = enter_initialized(__func__, ANY, NULL);
    if (code != GO_ON) {
        return code;
    }
    if (++shutdowns == inits) {
        forget_given();
    }
    return leave(SUCCESS);
}

EXPORT const char *nvmlErrorString(int code) {
    switch (code) {
    case 0:
        return "Success";
    case 1:
        return "Uninitialized";
    case 2:
        return "Invalid Argument";
    case 3:
        return "Not Supported";
    case 4:
        return "Insufficient Permissions";
    case 6:
        return "Not Found";
    case 7:
        return "Insufficient Size";
    case 9:
        return "Driver Not Loaded";
    case 10:
        return "Timeout";
    case 13:
        return "Function Not Found";
    case 15:
        return "GPU is lost";
    case 16:
        return "GPU requires reset";
    case 17:
        return "The operating system has blocked the request";
    case 18:
        return "Driver/library version mismatch";
    case 25:
        return "Argument version mismatch";
    case 28:
        return "GPU not found";
    default:
        return "Unknown Error";
    }
}

EXPORT int nvmlSystemGetDriverVersion(char *version, unsigned int length) {
    int code = enter_initialized(__func__, ANY, NULL);
    return code == GO_ON ? leave(give_text(now.driver, version, length)) : code;
}

EXPORT int nvmlSystemGetNVMLVersion(char *version, unsigned int length) {
    int code = enter_for(__func__, ANY, NULL);
    return code == GO_ON ? leave(give_text(now.nvml, version, length)) : code;
}

EXPORT int nvmlSystemGetCudaDriverVersion(int *version) {
    int code = enter_for(__func__, ANY, NULL);
    if (code != GO_ON) {
        return code;
    }
    if (version == NULL) {
        return leave(INVALID_ARGUMENT);
    }
    *version = now.cuda;
    return leave(SUCCESS);
}

/* Devices and their names. */

EXPORT int nvmlDeviceGetCount_v2(unsigned int *count) {
    int code = enter_initialized(__func__, ANY, NULL);
    if (code != GO_ON) {
        return code;
    }
    if (count == NULL) {
        return leave(INVALID_ARGUMENT);
    }
    *count = (unsigned int) now.gpus;
    return leave(SUCCESS);
}

EXPORT int nvmlDeviceGetHandleByIndex_v2(unsigned int index, nvmlDevice_t *device) {
    int code = enter_initialized(__func__, index < GPUS ? (int) index : ANY, NULL);
    if (code != GO_ON) {
        return code;
    }
    if (device == NULL || index >= (unsigned int) now.gpus) {
        return leave(INVALID_ARGUMENT);
    }
    *device = give((int) index, WHOLE);
    return leave(SUCCESS);
}

EXPORT int nvmlDeviceGetHandleByUUID(const char *uuid, nvmlDevice_t *device) {
    int code = enter_initialized(__func__, ANY, uuid);
    if (code != GO_ON) {
        return code;
    }
    if (uuid == NULL || device == NULL) {
        return leave(INVALID_ARGUMENT);
    }
    int mig;
    int gpu = gpu_with(uuid, &mig);
    if (gpu == ANY) {
        return leave(NOT_FOUND);
    }
    *device = give(gpu, mig);
    return leave(SUCCESS);
}

EXPORT int nvmlDeviceGetUUID(nvmlDevice_t device, char *uuid, unsigned int length) {
    struct seat seat;
    int code = enter_device(__func__, device, &seat);
    return code == GO_ON ? leave(give_text(seat.mig != NULL ? seat.mig->uuid : seat.gpu->uuid, uuid, length)) : code;
}

EXPORT int nvmlDeviceGetName(nvmlDevice_t device, char *name, unsigned int length) {
    struct seat seat;
    int code = enter_device(__func__, device, &seat);
    if (code != GO_ON) {
        return code;
    }
    char full[WORD + sizeof " MIG " + sizeof seat.mig->profile];
    snprintf(full, sizeof full, "%s%s%s", seat.gpu->name, seat.mig != NULL ? " MIG " : "",
             seat.mig != NULL ? seat.mig->profile : "");
    return leave(give_text(full, name, length));
}

EXPORT int nvmlDeviceGetPciInfo_v3(nvmlDevice_t device, nvmlPciInfo_t *pci) {
    struct seat seat;
    int code = enter_device(__func__, device, &seat);
    if (code != GO_ON) {
        return code;
    }
    if (pci == NULL) {
        return leave(INVALID_ARGUMENT);
    }
    if (seat.mig != NULL) {
        return leave(NOT_SUPPORTED);
    }
    memset(pci, 0, sizeof *pci);
    sscanf(seat.gpu->bus, "%x:%x:%x", &pci->domain, &pci->bus, &pci->device);
    snprintf(pci->busIdLegacy, sizeof pci->busIdLegacy, "%04X:%02X:%02X.0", pci->domain & 0xFFFF, pci->bus & 0xFF,
             pci->device & 0xFF);
    strcpy(pci->busId, seat.gpu->bus);
    pci->pciDeviceId = 0x268410DE;
    return leave(SUCCESS);
}

/* Memory. */

static uint64_t rest_of(uint64_t total, uint64_t taken) {
    return total > taken ? total - taken : 0;
}

static int memory_of(const struct seat *seat, nvmlMemory_v2_t *memory) {
    const struct gpu *gpu = seat->gpu;
    if (gpu->memory == MEMORY_UNSUPPORTED) {
        return NOT_SUPPORTED;
    }
    memory->version = MEMORY_V2;
    if (gpu->memory == MEMORY_ZERO) {
        memory->total = memory->reserved = memory->free = memory->used = 0;
    } else if (seat->mig != NULL) {
        memory->total = seat->mig->total;
        memory->reserved = 0;
        memory->free = rest_of(seat->mig->total, seat->mig->used);
        memory->used = seat->mig->used;
    } else {
        memory->total = gpu->total;
        memory->reserved = gpu->reserved;
        memory->free = rest_of(gpu->total, gpu->reserved + gpu->used);
        memory->used = gpu->used;
    }
    return SUCCESS;
}

EXPORT int nvmlDeviceGetMemoryInfo(nvmlDevice_t device, nvmlMemory_t *memory) {
    struct seat seat;
    int code = enter_device(__func__, device, &seat);
    if (code != GO_ON) {
        return code;
    }
    if (memory == NULL) {
        return leave(INVALID_ARGUMENT);
    }
    nvmlMemory_v2_t full;
    code = memory_of(&seat, &full);
    if (code == SUCCESS) {
        memory->total = full.total;
        memory->free = full.free;
        memory->used = full.used + full.reserved;
    }
    return leave(code);
}

EXPORT int nvmlDeviceGetMemoryInfo_v2(nvmlDevice_t device, nvmlMemory_v2_t *memory) {
    struct seat seat;
    int code = enter_device(__func__, device, &seat);
    if (code != GO_ON) {
        return code;
    }
    if (memory == NULL) {
        return leave(INVALID_ARGUMENT);
    }
    return leave(memory->version == MEMORY_V2 ? memory_of(&seat, memory) : FUNCTION_NOT_FOUND);
}

/* Figures. */

EXPORT int nvmlDeviceGetUtilizationRates(nvmlDevice_t device, nvmlUtilization_t *rates) {
    struct seat seat;
    int code = enter_device(__func__, device, &seat);
    if (code != GO_ON) {
        return code;
    }
    if (rates == NULL) {
        return leave(INVALID_ARGUMENT);
    }
    if (seat.mig != NULL || !(seat.gpu->has[BUSY] || seat.gpu->has[MEMBUSY])) {
        return leave(NOT_SUPPORTED);
    }
    rates->gpu = (unsigned int) seat.gpu->figure[BUSY];
    rates->memory = (unsigned int) seat.gpu->figure[MEMBUSY];
    return leave(SUCCESS);
}

EXPORT int nvmlDeviceGetTemperature(nvmlDevice_t device, int sensor, unsigned int *celsius) {
    return figure_of(__func__, device, TEMP, sensor == 0 ? celsius : NULL);
}

EXPORT int nvmlDeviceGetPowerUsage(nvmlDevice_t device, unsigned int *milliwatts) {
    return figure_of(__func__, device, POWER, milliwatts);
}

EXPORT int nvmlDeviceGetEnforcedPowerLimit(nvmlDevice_t device, unsigned int *milliwatts) {
    return figure_of(__func__, device, POWERLIMIT, milliwatts);
}

EXPORT int nvmlDeviceGetTotalEnergyConsumption(nvmlDevice_t device, unsigned long long *millijoules) {
    return long_figure_of(__func__, device, ENERGY, millijoules);
}

/* 0 graphics, 1 SM, 2 memory. */
EXPORT int nvmlDeviceGetClockInfo(nvmlDevice_t device, int type, unsigned int *megahertz) {
    return figure_of(__func__, device, type == 2 ? MEMCLOCK : GFXCLOCK, type >= 0 && type <= 2 ? megahertz : NULL);
}

EXPORT int nvmlDeviceGetCurrentClocksEventReasons(nvmlDevice_t device, unsigned long long *reasons) {
    return long_figure_of(__func__, device, REASONS, reasons);
}

EXPORT int nvmlDeviceGetFanSpeed(nvmlDevice_t device, unsigned int *percent) {
    return figure_of(__func__, device, FAN, percent);
}

/* MIG. */

EXPORT int nvmlDeviceGetMigMode(nvmlDevice_t device, unsigned int *current, unsigned int *pending) {
    struct seat seat;
    int code = enter_device(__func__, device, &seat);
    if (code != GO_ON) {
        return code;
    }
    code = give_figure(&seat, MIG, current);
    return leave(code == SUCCESS ? give_figure(&seat, MIG, pending) : code);
}

/* Not an error without MIG: such a GPU can have none. */
EXPORT int nvmlDeviceGetMaxMigDeviceCount(nvmlDevice_t device, unsigned int *count) {
    struct seat seat;
    int code = enter_device(__func__, device, &seat);
    if (code != GO_ON) {
        return code;
    }
    if (count == NULL) {
        return leave(INVALID_ARGUMENT);
    }
    *count = seat.mig == NULL && seat.gpu->figure[MIG] != 0 ? MIG_SLOTS : 0;
    return leave(SUCCESS);
}

EXPORT int nvmlDeviceGetMigDeviceHandleByIndex(nvmlDevice_t device, unsigned int index, nvmlDevice_t *mig) {
    struct seat seat;
    int code = enter_device(__func__, device, &seat);
    if (code != GO_ON) {
        return code;
    }
    if (mig == NULL || seat.mig != NULL || index >= MIG_SLOTS) {
        return leave(INVALID_ARGUMENT);
    }
    if (seat.gpu->figure[MIG] == 0) {
        return leave(NOT_SUPPORTED);
    }
    if (seat.gpu->migs[index].uuid[0] == '\0') {
        return leave(NOT_FOUND);
    }
    *mig = give(seat.index, (int) index);
    return leave(SUCCESS);
}

static int instance_of(const char *function, nvmlDevice_t device, bool compute, unsigned int *id) {
    struct seat seat;
    int code = enter_device(function, device, &seat);
    if (code != GO_ON) {
        return code;
    }
    if (id == NULL || seat.mig == NULL) {
        return leave(INVALID_ARGUMENT);
    }
    *id = (unsigned int) (compute ? seat.mig->compute_instance : seat.mig->gpu_instance);
    return leave(SUCCESS);
}

EXPORT int nvmlDeviceGetGpuInstanceId(nvmlDevice_t device, unsigned int *id) {
    return instance_of(__func__, device, false, id);
}

EXPORT int nvmlDeviceGetComputeInstanceId(nvmlDevice_t device, unsigned int *id) {
    return instance_of(__func__, device, true, id);
}

/* Processes. */

static bool runs_here(const struct process *process, const struct seat *seat, enum kind kind) {
    return process->kind == kind && process->gpu == seat->index
           && (seat->mig == NULL || process->mig == (int) (seat->mig - seat->gpu->migs));
}

/* Entries of every size begin alike, so a shorter one is the beginning of the longest. */
static void write_entry(const struct process *process, char *entry, size_t size) {
    nvmlProcessDetail_v1_t detail;
    memset(&detail, 0, sizeof detail);
    detail.pid = process->pid;
    detail.usedGpuMemory = process->used;
    const struct mig *mig = process->mig == WHOLE ? NULL : &now.gpu[process->gpu].migs[process->mig];
    detail.gpuInstanceId = mig == NULL ? UINT32_MAX : (unsigned int) mig->gpu_instance;
    detail.computeInstanceId = mig == NULL ? UINT32_MAX : (unsigned int) mig->compute_instance;
    memcpy(entry, &detail, size);
}

static int write_list(const struct seat *seat, enum kind kind, size_t size, unsigned int *count, char *entries) {
    unsigned int needed = 0;
    for (int index = 0; index < now.processes; index++) {
        needed += runs_here(&now.process[index], seat, kind);
    }
    if (now.grow > 0) {
        now.grow--;
        needed = (needed > *count ? needed : *count) + 1;
    }
    if (needed > *count) {
        *count = needed;
        return INSUFFICIENT_SIZE;
    }
    *count = needed;
    for (int index = 0; index < now.processes; index++) {
        if (runs_here(&now.process[index], seat, kind)) {
            write_entry(&now.process[index], entries, size);
            entries += size;
        }
    }
    return SUCCESS;
}

/* A size of 0 is the one that the scenario says. */
static int list(const char *function, nvmlDevice_t device, enum kind kind, size_t size, unsigned int *count,
                void *entries) {
    struct seat seat;
    int code = enter_device(function, device, &seat);
    if (code != GO_ON) {
        return code;
    }
    if (count == NULL || (*count > 0 && entries == NULL)) {
        return leave(INVALID_ARGUMENT);
    }
    return leave(write_list(&seat, kind, size > 0 ? size : now.entry_v3, count, entries));
}

#define PROCESS_LIST(function, kind, size)                                                       \
    EXPORT int function(nvmlDevice_t device, unsigned int *count, void *entries) {               \
        return list(__func__, device, kind, size, count, entries);                               \
    }

PROCESS_LIST(nvmlDeviceGetComputeRunningProcesses, COMPUTE, sizeof(nvmlProcessInfo_v1_t))
PROCESS_LIST(nvmlDeviceGetComputeRunningProcesses_v2, COMPUTE, sizeof(nvmlProcessInfo_v2_t))
PROCESS_LIST(nvmlDeviceGetComputeRunningProcesses_v3, COMPUTE, 0)
PROCESS_LIST(nvmlDeviceGetGraphicsRunningProcesses, GRAPHICS, sizeof(nvmlProcessInfo_v1_t))
PROCESS_LIST(nvmlDeviceGetGraphicsRunningProcesses_v2, GRAPHICS, sizeof(nvmlProcessInfo_v2_t))
PROCESS_LIST(nvmlDeviceGetGraphicsRunningProcesses_v3, GRAPHICS, 0)

/* For tests alone. */

__attribute__((format(printf, 3, 4))) static void append(char *text, size_t size, const char *format, ...) {
    size_t length = strlen(text);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text + length, size - length, format, arguments);
    va_end(arguments);
}

#define STRUCT(type) append(text, sizeof text, "%s" #type " %zu", *text ? "\n" : "", sizeof(type))
#define FIELD(type, field) append(text, sizeof text, " " #field "@%zu", offsetof(type, field))

/* One line per struct: `<struct> <sizeof> <field>@<offset> ...`. */
EXPORT const char *fakeLayout(void) {
    static _Thread_local char text[2048];
    text[0] = '\0';
    STRUCT(nvmlMemory_t);
    FIELD(nvmlMemory_t, total);
    FIELD(nvmlMemory_t, free);
    FIELD(nvmlMemory_t, used);
    STRUCT(nvmlMemory_v2_t);
    FIELD(nvmlMemory_v2_t, version);
    FIELD(nvmlMemory_v2_t, total);
    FIELD(nvmlMemory_v2_t, reserved);
    FIELD(nvmlMemory_v2_t, free);
    FIELD(nvmlMemory_v2_t, used);
    STRUCT(nvmlUtilization_t);
    FIELD(nvmlUtilization_t, gpu);
    FIELD(nvmlUtilization_t, memory);
    STRUCT(nvmlProcessInfo_v1_t);
    FIELD(nvmlProcessInfo_v1_t, pid);
    FIELD(nvmlProcessInfo_v1_t, usedGpuMemory);
    STRUCT(nvmlProcessInfo_v2_t);
    FIELD(nvmlProcessInfo_v2_t, pid);
    FIELD(nvmlProcessInfo_v2_t, usedGpuMemory);
    FIELD(nvmlProcessInfo_v2_t, gpuInstanceId);
    FIELD(nvmlProcessInfo_v2_t, computeInstanceId);
    STRUCT(nvmlProcessDetail_v1_t);
    FIELD(nvmlProcessDetail_v1_t, pid);
    FIELD(nvmlProcessDetail_v1_t, usedGpuMemory);
    FIELD(nvmlProcessDetail_v1_t, gpuInstanceId);
    FIELD(nvmlProcessDetail_v1_t, computeInstanceId);
    FIELD(nvmlProcessDetail_v1_t, usedGpuCcProtectedMemory);
    STRUCT(nvmlPciInfo_t);
    FIELD(nvmlPciInfo_t, busIdLegacy);
    FIELD(nvmlPciInfo_t, domain);
    FIELD(nvmlPciInfo_t, bus);
    FIELD(nvmlPciInfo_t, device);
    FIELD(nvmlPciInfo_t, pciDeviceId);
    FIELD(nvmlPciInfo_t, pciSubSystemId);
    FIELD(nvmlPciInfo_t, busId);
    return text;
}

/*
 * `inits 3 shutdowns 2 calls 4711 live_handles 2`, of the library since it was loaded, where inits and shutdowns are
 * those that succeeded and handles live until they are stale. Then a line `problem ...` if the scenario has one, and
 * one line `<function> <calls>` for each function that was called.
 */
EXPORT const char *fakeCounters(void) {
    static _Thread_local char text[8192];
    pthread_mutex_lock(&lock);
    refresh();
    int live = 0;
    for (int gpu = 0; gpu < GPUS && given_generation == generation(); gpu++) {
        for (int mig = 0; mig <= MIG_SLOTS; mig++) {
            live += given[gpu][mig];
        }
    }
    snprintf(text, sizeof text, "inits %llu shutdowns %llu calls %llu live_handles %d", (unsigned long long) inits,
             (unsigned long long) shutdowns, (unsigned long long) calls, live);
    if (now.problem[0] != '\0') {
        append(text, sizeof text, "\nproblem %s", now.problem);
    }
    for (int index = 0; index < FUNCTIONS && called[index].name != NULL; index++) {
        append(text, sizeof text, "\n%s %llu", called[index].name, (unsigned long long) called[index].calls);
    }
    pthread_mutex_unlock(&lock);
    return text;
}
