package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.plumbline.access.PermissionTable;
import io.plumbline.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The documented addresses, and the roles that may open them, are the code's: after a change, run this with
 * -Dplumbline.docs.write=true, and write what a new address shows.
 */
class AddressesDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/addresses.md");
    private static final DocumentPart TABLE = new DocumentPart(DOCUMENT, "addresses", AddressesDocumentTest.class);
    private static final Pattern ROW = Pattern.compile("^\\| (`[^|]*`) \\| ([^|]*?) \\|", Pattern.MULTILINE);

    @Test
    void theDocumentedAddressesAndTheirRolesMatchTheCode() throws IOException {
        TABLE.compareOrWrite(table());
    }

    @Test
    void eachAddressSaysWhatItShows() throws IOException {
        words().forEach((address, shown) -> assertThat(shown).as(address).isNotBlank());
    }

    /** The order of the rows, and what each address shows, are those of the document. */
    private static String table() throws IOException {
        var words = words();
        var roles = rolesByAddress();
        var addresses = new LinkedHashSet<>(words.keySet());
        addresses.retainAll(roles.keySet());
        addresses.addAll(roles.keySet());
        var rows = new LinkedHashMap<String, String>();
        for (var address : addresses) {
            var cells = words.getOrDefault(address, "") + RoleColumns.cells(roles.get(address));
            rows.merge(cells, "`" + address + "`", (before, next) -> before + ", " + next);
        }
        var table = new StringBuilder(RoleColumns.head("address", "what it shows"));
        rows.forEach((cells, shown) -> table.append("| " + shown + " | " + cells));
        return table.toString();
    }

    /** What each documented address shows. */
    private static Map<String, String> words() throws IOException {
        var words = new LinkedHashMap<String, String>();
        for (var row : ROW.matcher(Files.readString(DOCUMENT)).results().toList()) {
            for (var address : row.group(1).split(", ")) {
                words.put(address.replace("`", ""), row.group(2));
            }
        }
        return words;
    }

    /** The roles that may open each address, as its screen asks for them. */
    private static Map<String, Set<Role>> rolesByAddress() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        var roles = new TreeMap<String, Set<Role>>();
        for (var found : scanner.findCandidateComponents("io.plumbline")) {
            var screen = ClassUtils.resolveClassName(found.getBeanClassName(), null);
            for (var route : screen.getAnnotationsByType(Route.class)) {
                roles.put(address(route.value()), rolesOf(screen));
            }
            for (var alias : screen.getAnnotationsByType(RouteAlias.class)) {
                roles.put(address(alias.value()), rolesOf(screen));
            }
        }
        return roles;
    }

    private static String address(String template) {
        return "/" + template.replaceAll(":(\\w+)", "{$1}");
    }

    /** A screen that asks for no permission is for everybody who is signed in. */
    private static Set<Role> rolesOf(Class<?> screen) {
        var asks = screen.getAnnotation(RolesAllowed.class);
        if (asks == null) {
            return Set.of(Role.values());
        }
        var roles = EnumSet.noneOf(Role.class);
        for (var permission : asks.value()) {
            roles.addAll(PermissionTable.holdersOf(permission));
        }
        return roles;
    }
}
