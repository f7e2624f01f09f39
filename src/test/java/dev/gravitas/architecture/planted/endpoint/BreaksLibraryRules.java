package dev.gravitas.architecture.planted.endpoint;

import com.sun.jna.Pointer;
import de.siegmar.fastcsv.reader.CsvReader;
import org.postgresql.PGConnection;
import org.sqlite.SQLiteConfig;
import org.tukaani.xz.XZInputStream;
import picocli.CommandLine;
import tools.jackson.databind.ObjectMapper;

import java.sql.Connection;
import javafx.scene.Node;

/// Sees every library that is another room's.
public class BreaksLibraryRules {
    void see(Node node, Connection connection, CommandLine line, ObjectMapper mapper, CsvReader<?> reader,
            XZInputStream stream, PGConnection postgres, SQLiteConfig sqlite, Pointer pointer) {
    }
}
