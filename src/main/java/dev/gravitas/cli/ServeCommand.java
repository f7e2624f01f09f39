package dev.gravitas.cli;

import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

/// `gravitas serve`
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Records and answers without a window, until Ctrl-C or SIGTERM.")
final class ServeCommand implements Callable<Integer> {
    private final GravitasCommand root;

    ServeCommand(GravitasCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        return root.backstage().serve(root.folder(), root::tell);
    }
}
