package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.test.context.BootstrapUtils;
import org.springframework.test.context.MergedContextConfiguration;

/** Which portals a run of the tests starts. Each costs seconds: give a new test one of these, with rows of its own. */
class PortalsOfTestsTest {
    @Test
    void onH2NoPortalComesToThese() {
        assertThat(portals(tests().filter(test -> !onlyOnMySql(test))))
                .containsExactlyInAnyOrder(
                        "BehindProxyTest",
                        "DemoTest",
                        "ForgedStoreTest",
                        "SsoAloneTest",
                        "SsoStrengthTest",
                        "SsoTest",
                        "StoreTest",
                        "TwoStepTest");
    }

    @Test
    void onMySqlNoPortalComesToThese() {
        assertThat(portals(tests().filter(test -> tags(test).contains("store"))))
                .containsExactlyInAnyOrder("ForgedStoreTest", "MySqlFaultyConnectionTest", "StoreTest");
    }

    /** The annotation by which tests share a portal, or the one test that has it. */
    private static Set<String> portals(Stream<Class<?>> tests) {
        Map<MergedContextConfiguration, List<Class<?>>> byPortal =
                tests.collect(Collectors.groupingBy(PortalsOfTestsTest::portal, HashMap::new, Collectors.toList()));
        return byPortal.values().stream()
                .map(PortalsOfTestsTest::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static MergedContextConfiguration portal(Class<?> test) {
        return BootstrapUtils.resolveTestContextBootstrapper(test).buildMergedContextConfiguration();
    }

    private static String nameOf(List<Class<?>> tests) {
        var annotations =
                tests.stream().map(PortalsOfTestsTest::annotationOf).collect(Collectors.toCollection(TreeSet::new));
        return String.join(" and ", annotations);
    }

    private static String annotationOf(Class<?> test) {
        return Stream.of(test.getAnnotations())
                .map(annotation -> annotation.annotationType())
                .filter(type ->
                        type != SpringBootTest.class && AnnotatedElementUtils.isAnnotated(type, SpringBootTest.class))
                .map(Class::getSimpleName)
                .findFirst()
                .orElse(test.getSimpleName());
    }

    private static Stream<Class<?>> tests() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(SpringBootTest.class, true));
        return scanner.findCandidateComponents("io.plumbline").stream()
                .<Class<?>>map(found -> load(found.getBeanClassName()))
                .filter(test -> !test.isAnnotation() && !tags(test).contains("long"));
    }

    private static boolean onlyOnMySql(Class<?> test) {
        return test.getSimpleName().startsWith("MySql");
    }

    private static Set<String> tags(Class<?> test) {
        return AnnotatedElementUtils.findMergedRepeatableAnnotations(test, Tag.class).stream()
                .map(Tag::value)
                .collect(Collectors.toSet());
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
