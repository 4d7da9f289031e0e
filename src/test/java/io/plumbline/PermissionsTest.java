package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Rbac;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every route and every service method against rbac.csv, cell by cell. */
@DemoTest
@WithStaff("manager")
class PermissionsTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    ApplicationContext context;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void everyRouteOpensOnlyForTheRolesInThePermissionTable() {
        var actual = new TreeMap<String, Map<String, Boolean>>();
        for (var route : RouteConfiguration.forApplicationScope().getAvailableRoutes()) {
            addresses(route).forEach(address -> actual.put(address, allowedOn(route)));
        }
        assertThat(actual).isEqualTo(expected("route"));
    }

    @Test
    void everyServiceMethodAllowsOnlyTheRolesInThePermissionTable() {
        var actual = new TreeMap<String, Map<String, Boolean>>();
        for (var service : context.getBeansWithAnnotation(Service.class).values()) {
            var type = AopUtils.getTargetClass(service);
            if (type.getPackageName().startsWith("io.plumbline")) {
                var methods = Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
                        .toList();
                methods.forEach(method ->
                        actual.put(type.getSimpleName() + "." + nameOf(method, methods), allowedOn(service, method)));
            }
        }
        assertThat(actual).isEqualTo(expected("method"));
    }

    /** The name of a method; of several of one name each with the types that it takes. */
    private static String nameOf(Method method, List<Method> methods) {
        var isAlone = methods.stream()
                        .filter(other -> other.getName().equals(method.getName()))
                        .count()
                == 1;
        return isAlone
                ? method.getName()
                : Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(" ", method.getName() + "(", ")"));
    }

    private static Map<String, Map<String, Boolean>> expected(String kind) {
        return Rbac.lines(kind).stream()
                .collect(Collectors.toMap(Rbac.Line::name, Rbac.Line::allowed, (a, b) -> a, TreeMap::new));
    }

    private static Stream<String> addresses(RouteData route) {
        return Stream.concat(
                        Stream.of(route.getTemplate()),
                        route.getRouteAliases().stream().map(RouteBaseData::getTemplate))
                .map(template -> "/" + template);
    }

    private Map<String, Boolean> allowedOn(RouteData route) {
        return byColumn(who -> {
            if (who.equals("nobody") || who.equals("system")) {
                return false;
            }
            var person = staff.authentication(who);
            var holds = person.getAuthorities().stream()
                    .map(authority -> authority.getAuthority())
                    .toList();
            return new AccessAnnotationChecker().hasAccess(route.getNavigationTarget(), person, holds::contains);
        });
    }

    private Map<String, Boolean> allowedOn(Object service, Method method) {
        return byColumn(who -> new TransactionTemplate(transactions).execute(transaction -> {
            transaction.setRollbackOnly();
            return staff.as(who, () -> isAnswered(service, method));
        }));
    }

    /** Calls with nothing in hand: what matters is whether the call is allowed, not what it answers. */
    private static boolean isAnswered(Object service, Method method) {
        var nothing = Arrays.stream(method.getParameterTypes())
                .map(PermissionsTest::defaultOf)
                .toArray();
        try {
            method.invoke(service, nothing);
            return true;
        } catch (InvocationTargetException e) {
            return !(e.getCause() instanceof AuthorizationDeniedException);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object defaultOf(Class<?> type) {
        if (type == int.class) {
            return 1;
        }
        return type == long.class ? (Object) 0L : type == boolean.class ? false : null;
    }

    private static Map<String, Boolean> byColumn(Function<String, Boolean> isAllowed) {
        var columns = Stream.concat(Stream.of("nobody"), Stream.concat(Rbac.SIGNED_IN.stream(), Stream.of("system")))
                .toList();
        return columns.stream().collect(Collectors.toMap(who -> who, isAllowed, (a, b) -> a, LinkedHashMap::new));
    }
}
