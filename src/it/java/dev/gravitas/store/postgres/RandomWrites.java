package dev.gravitas.store.postgres;

import dev.gravitas.store.EventBatch;
import dev.gravitas.store.EventWriter;
import dev.gravitas.store.StoreException;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// All ways that rows come in by, on one session at a time.
final class RandomWrites {
    private static final String TABLE = "system_telemetry";
    private static final String DEFAULT = "system_telemetry_default";
    private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati");

    private final Random random;
    private final RandomRows rows;
    private final EventWriter writer;

    RandomWrites(Random random, RandomRows rows, EventWriter writer) {
        this.random = random;
        this.rows = rows;
        this.writer = writer;
    }

    /// A batch of ours; sometimes repeated, as after a commit in doubt.
    void ours() throws StoreException {
        EventBatch batch = new EventBatch(UUID.randomUUID(), rows.events(1 + random.nextInt(120)));
        writer.write(batch);
        if (random.nextInt(4) == 0) {
            writer.write(batch);
        }
    }

    /// Another program's statement, whatever its session is set to.
    void plain(Connection session) throws SQLException {
        PlainSql sql = new PlainSql(session);
        sql.run("SET TimeZone = '" + ZONES.get(random.nextInt(ZONES.size())) + "'");
        switch (random.nextInt(7)) {
            case 0 -> sql.insert(TABLE, columns(), rows.plain(1));
            case 1, 2 -> sql.insert(TABLE, columns(), rows.plain(1 + random.nextInt(40)));
            case 3 -> sql.copy(TABLE, withHost(), rows.plain(1 + random.nextInt(150)));
            case 4, 5 -> intoAPartition(session, sql);
            default -> sql.run("INSERT INTO system_telemetry (event_type, component, value, metadata, status, host)"
                    + " SELECT event_type, component, value, metadata, status, host FROM system_telemetry LIMIT "
                    + random.nextInt(30));
        }
    }

    private void intoAPartition(Connection session, PlainSql sql) throws SQLException {
        List<LocalDate> days = days(session);
        int some = 1 + random.nextInt(20);
        if (days.isEmpty() || random.nextBoolean()) {
            sql.insert(DEFAULT, withHost(), rows.plain(some, () -> rows.times().withoutPartition().toString()));
        } else {
            LocalDate day = days.get(random.nextInt(days.size()));
            sql.insert(name(day), withHost(), rows.plain(some, () -> rows.times().of(day).toString()));
        }
    }

    /// Rows that are taken back, alone or with their transaction.
    void takenBack(Connection session) throws SQLException {
        session.setAutoCommit(false);
        boolean some = random.nextBoolean();
        if (some) {
            plain(session);
        }
        var before = session.setSavepoint();
        plain(session);
        session.rollback(before);
        if (some) {
            session.commit();
        } else {
            session.rollback();
        }
        session.setAutoCommit(true);
    }

    /// A statement that fails at its last row.
    void refused(Connection session) throws SQLException {
        List<PlainRow> some = new ArrayList<>(rows.plain(5));
        some.add(new PlainRow("X", "a", Double.NaN, null, null, "2026-01-01T00:00:00Z", ""));
        try {
            new PlainSql(session).insert(TABLE, withHost(), some);
            throw new AssertionError("NaN was taken.");
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("system_telemetry_value_finite")) {
                throw e;
            }
        }
    }

    private List<String> columns() {
        List<String> some = new ArrayList<>(List.of("event_type"));
        for (String column : withHost().subList(1, withHost().size())) {
            if (random.nextInt(column.equals("host") ? 8 : 4) != 0 == !column.equals("host")) {
                some.add(column);
            }
        }
        return some;
    }

    private static List<String> withHost() {
        List<String> all = new ArrayList<>(PlainSql.SIX);
        all.add("host");
        return all;
    }

    static String name(LocalDate day) {
        return "system_telemetry_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /// Days that have a partition, by the names of the tables.
    static List<LocalDate> days(Connection session) throws SQLException {
        List<LocalDate> days = new ArrayList<>();
        try (PreparedStatement statement = session.prepareStatement(
                "SELECT right(relid::regclass::text, 8) FROM pg_partition_tree('system_telemetry') WHERE isleaf"
                        + " AND relid <> 'system_telemetry_default'::regclass ORDER BY 1");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                days.add(LocalDate.parse(row.getString(1), DateTimeFormatter.BASIC_ISO_DATE));
            }
        }
        return days;
    }
}
