package io.plumbline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.server.AbstractStreamResource;
import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.StreamResourceRegistry;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.plumbline.documents.DocumentDownloads;
import io.plumbline.shared.ui.exports.CsvExportDialog;
import io.plumbline.support.Exports;
import io.plumbline.support.Rbac;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every place in the code where a file can leave the portal is in exports.csv, and no other way out exists. */
@AnalyzeClasses(packages = "io.plumbline", importOptions = ImportOption.DoNotIncludeTests.class)
class ExportPlacesTest {
    /** What writes the file that another class offers; that class is in the table, and the rule with it. */
    private static final Set<String> OFFERED_BY_OTHERS =
            Set.of(DocumentDownloads.class.getName(), CsvExportDialog.class.getName());

    /** They send what a method of the table permitted. */
    private static final Set<String> AFTER_PERMISSION =
            Set.of("RecordExportService.send", "AccessRequestService.send", "ClinicExportService.send");

    /** What a service calls that gives a file. */
    private static final Pattern NAMES = Pattern.compile("export|print|download");

    private static final Pattern SAVES =
            Pattern.compile("createObjectURL|new Blob|\\.download\\s*=|showSaveFilePicker");

    @ArchTest
    static void everyPlaceThatOffersAFileIsInTheTable(JavaClasses all) {
        var found = new TreeMap<String, Long>();
        for (var type : all) {
            var places = places(type);
            if (places > 0 && !OFFERED_BY_OTHERS.contains(type.getName())) {
                found.merge(outermost(type), places, Long::sum);
            }
        }
        var expected = Exports.lines().stream()
                .collect(Collectors.groupingBy(
                        Exports.Line::offeredBy,
                        TreeMap::new,
                        Collectors.mapping(Exports.Line::file, Collectors.toCollection(TreeSet::new))));
        assertThat(found)
                .as(
                        "Places that offer a file, by class. A new one needs a line in exports.csv: who may, whether a reason"
                                + " is asked, and the row that it leaves")
                .isEqualTo(expected.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                line -> (long) line.getValue().size(),
                                Long::sum,
                                TreeMap::new)));
    }

    private static long places(JavaClass type) {
        var offered = Stream.<JavaCodeUnit>concat(type.getCodeUnits().stream(), Stream.empty())
                .flatMap(unit -> unit.getCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(DocumentDownloads.class)
                                && call.getName().equals("link")
                        || call.getTargetOwner().isEquivalentTo(CsvExportDialog.class)
                                && call.getName().equals("<init>")
                        || call.getTarget().getRawParameterTypes().stream()
                                .anyMatch(taken -> taken.isAssignableTo(DownloadHandler.class)))
                .count();
        return offered
                + type.getMethods().stream()
                        .filter(ExportPlacesTest::answersAFile)
                        .count();
    }

    /** A page is a name of a template, which is a string. */
    private static boolean answersAFile(JavaMethod method) {
        return method.isMetaAnnotatedWith(RequestMapping.class)
                && method.getOwner().isMetaAnnotatedWith(Controller.class)
                && !method.getRawReturnType().isEquivalentTo(String.class)
                && method.getAnnotations().stream()
                        .noneMatch(mapped -> mapped.getRawType().getSimpleName().equals("PostMapping"));
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("^io\\.plumbline\\.", "").replaceFirst("\\$.*", "");
    }

    @ArchTest
    static void everyServiceMethodThatGivesAFileIsInTheTable(JavaClasses all) {
        var found = all.stream()
                .filter(type -> type.isAnnotatedWith(Service.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(method -> NAMES.matcher(method.getName()).matches()
                        || method.getRawParameterTypes().stream()
                                .anyMatch(taken -> taken.isEquivalentTo(OutputStream.class)))
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .filter(name -> !AFTER_PERMISSION.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).hasSizeGreaterThan(15);
        assertThat(methods()).containsAll(found);
    }

    @ArchTest
    static void theScreenOfEachExportAsksTheMethodOfItsLine(JavaClasses all) {
        for (var line : Exports.lines()) {
            if (line.reason() != Exports.Reason.PUBLIC) {
                var module = "io.plumbline." + line.offeredBy().replaceFirst("\\.\\w+$", "");
                var asked = all.stream()
                        .filter(type -> type.getPackageName().equals(module))
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .map(call -> call.getTargetOwner().getSimpleName() + "." + call.getName());
                assertThat(asked).as(line.file() + " of " + module).contains(line.method());
            }
        }
    }

    @Test
    void everyMethodOfTheTableHasItsRolesInThePermissionTable() {
        assertThat(Rbac.lines("method").stream().map(Rbac.Line::name).collect(Collectors.toSet()))
                .containsAll(methods());
        assertThat(Exports.lines()).allSatisfy(line -> assertThat(line.isOnRecord())
                .as(line.file() + ": whatever names somebody is on record")
                .isEqualTo(!line.file().contains("template") && line.reason() != Exports.Reason.PUBLIC));
    }

    private static Set<String> methods() {
        return Exports.lines().stream()
                .filter(line -> line.reason() != Exports.Reason.PUBLIC)
                .map(Exports.Line::method)
                .collect(Collectors.toSet());
    }

    /** Flow has other ways to send a file; they would be found by no test. */
    @ArchTest
    static final ArchRule noOtherWayOutExists = noClasses()
            .that()
            // it reads what a browser sends
            .haveNameNotMatching("io\\.plumbline\\.access\\.web\\.ScreenMessages.*")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(AbstractStreamResource.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(StreamResourceRegistry.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(RequestHandler.class);

    @Test
    void noScriptOfOursSavesAFile() throws IOException {
        try (var files = Files.walk(Path.of("frontend/assets"))) {
            var scripts = files.filter(file -> file.toString().endsWith(".js")).toList();
            assertThat(scripts).isNotEmpty();
            for (var script : scripts) {
                assertThat(Files.readString(script)).as(script.toString()).doesNotContainPattern(SAVES);
            }
        }
    }
}
