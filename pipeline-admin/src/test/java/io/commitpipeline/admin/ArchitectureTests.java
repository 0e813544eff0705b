package io.commitpipeline.admin;

import java.time.Instant;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packagesOf = AdminApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule theConsoleKnowsNoOtherApplicationAndNoStandIn = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.commitpipeline.producer..", "io.commitpipeline.processor..",
				"io.commitpipeline.local..");

	@ArchTest
	static final ArchRule onlyWhoReadsFilesKnowsTheLake = noClasses().that()
		.resideOutsideOfPackages("..lake..", "..archive..", "..sources..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("com.azure.storage..");

	@ArchTest
	static final ArchRule featuresFormNoCycle = slices().matching("io.commitpipeline.admin.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule onlyTheOverviewPutsFeaturesTogether = noClasses().that()
		.resideOutsideOfPackage("..overview..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("io.commitpipeline.admin.overview..");

	@ArchTest
	static final ArchRule noFeatureAsksWhoIsAllowed = noClasses().that()
		.resideOutsideOfPackage("..security..")
		.and()
		.doNotBelongToAnyOf(AdminApplication.class)
		.should()
		.dependOnClassesThat()
		.resideInAPackage("io.commitpipeline.admin.security..");

	@ArchTest
	static final ArchRule onlyRepositoriesSpeakToTheDatabase = classes().that()
		.areNotAnnotatedWith(Repository.class)
		.should()
		.onlyDependOnClassesThat()
		.doNotBelongToAnyOf(JdbcClient.class);

	@ArchTest
	static final ArchRule timeComesFromTheClock = noClasses().should()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(System.class, "currentTimeMillis")
		.orShould()
		.callMethod(Thread.class, "sleep", long.class);

}
