package io.plumbline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.plumbline.support.StoreTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A test of the store holds at every time of the day: it asks the clock that the portal asks, which stands still. */
@AnalyzeClasses(packages = "io.plumbline", importOptions = ImportOption.OnlyIncludeTests.class)
class TestTimeTest {
    @ArchTest
    static final ArchRule storeTestsDoNotReadTheSystemTime = noClasses()
            .that()
            .areMetaAnnotatedWith(StoreTest.class)
            .or()
            .areAnnotatedWith(StoreTest.class)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now");
}
