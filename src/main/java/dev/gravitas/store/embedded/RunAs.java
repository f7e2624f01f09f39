package dev.gravitas.store.embedded;

import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// In whose name PostgreSQL's programs run. They refuse root, so root puts a word before each command: `unshare -U` hides
/// that it is root and leaves the files root's own; where the system forbids that, `setpriv` becomes the unprivileged
/// account 65534, which is then lent the server's files but not the passwords.
///
/// @param prefix words before each command
/// @param note one line for the log and the stage, empty for an ordinary user
/// @param lent true when the files must belong to the unprivileged account
record RunAs(List<String> prefix, String note, boolean lent) {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final RunAs SELF = new RunAs(List.of(), "", false);
    private static final RunAs NAMESPACE = new RunAs(List.of("unshare", "-U"),
            "Running as root: PostgreSQL runs in a user namespace without root's rights", false);
    private static final RunAs UNPRIVILEGED = new RunAs(
            List.of("setpriv", "--reuid=" + Account.UNPRIVILEGED, "--regid=" + Account.UNPRIVILEGED, "--clear-groups"),
            "Running as root: PostgreSQL runs as the unprivileged account " + Account.UNPRIVILEGED, true);

    /// @throws StoreException MISCONFIGURED when this is root and no way around it works
    static RunAs choose(Account account, PostgresFolder folder)
            throws IOException, StoreException, InterruptedException {
        if (!account.root()) {
            return SELF;
        }
        boolean alreadyLent = Files.exists(folder.data()) && Account.uid(folder.data()) == Account.UNPRIVILEGED;
        if (!alreadyLent && works(folder.root(), NAMESPACE, "true")) {
            return NAMESPACE;
        }
        Files.createDirectories(folder.binaries());
        UNPRIVILEGED.lend(List.of(folder.root(), folder.binaries()));
        if (works(folder.root(), UNPRIVILEGED, "ls", folder.root().toString())) {
            return UNPRIVILEGED;
        }
        throw new StoreException(Kind.MISCONFIGURED, "PostgreSQL does not run as root, user namespaces are forbidden "
                + "here, and the account " + Account.UNPRIVILEGED + " cannot reach " + folder.root()
                + ": run the console as an ordinary user, or choose a data folder below folders that everyone may enter.");
    }

    /// Whether root has no way but to lend files to the unprivileged account.
    static boolean lends(Account account, Path folder) throws InterruptedException {
        return account.root() && !works(folder, NAMESPACE, "true");
    }

    private static boolean works(Path folder, RunAs as, String... words) throws InterruptedException {
        try {
            return Command.run(folder, words[0], as.command(List.of(words)), LIMIT).ok();
        } catch (IOException | StoreException _) {
            // The prefix's program is not installed, or hangs.
            return false;
        }
    }

    List<String> command(List<String> words) {
        return Stream.concat(prefix.stream(), words.stream()).toList();
    }

    /// Gives these files and folders, without their content, to the account that PostgreSQL runs as.
    void lend(List<Path> paths) throws IOException {
        if (!lent) {
            return;
        }
        for (Path path : paths) {
            Files.setAttribute(path, "unix:uid", Account.UNPRIVILEGED, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", Account.UNPRIVILEGED, LinkOption.NOFOLLOW_LINKS);
        }
    }

    Optional<String> message() {
        return note.isEmpty() ? Optional.empty() : Optional.of(note);
    }
}
