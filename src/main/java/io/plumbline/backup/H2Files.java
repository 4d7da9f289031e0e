package io.plumbline.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.core.env.Environment;

/** Opens files of an H2 store other than that of the settings, with the same options and passwords. */
final class H2Files {
    private static final String ENDING = ".mv.db";

    private H2Files() {}

    /** Opens a file for reading. */
    static Connection open(Path file, Environment settings) throws SQLException {
        return DriverManager.getConnection(
                url(file, settings) + ";ACCESS_MODE_DATA=r",
                settings.getRequiredProperty("spring.datasource.username"),
                settings.getProperty("spring.datasource.password", ""));
    }

    /** Returns the address of a file, with the options of the settings. */
    static String url(Path file, Environment settings) {
        var options = settings.getRequiredProperty("spring.datasource.url").split(";", 2);
        var name = file.toAbsolutePath().toString();
        return "jdbc:h2:file:" + name.substring(0, name.length() - ENDING.length())
                + (options.length == 1 ? "" : ";" + options[1]);
    }
}
