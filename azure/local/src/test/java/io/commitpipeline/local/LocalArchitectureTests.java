package io.commitpipeline.local;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.commitpipeline.local", importOptions = ImportOption.DoNotIncludeTests.class)
class LocalArchitectureTests {

	private static final String LOCAL = "io.commitpipeline.local";

	@ArchTest
	static final ArchRule packagesHaveNoCycles = slices().matching(LOCAL + ".(*)..").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule standInsKnowNothingOfWhatRunsOnThem = noClasses().that()
		.resideInAnyPackage(LOCAL + ".eventhubs..", LOCAL + ".datalake..", LOCAL + ".postgres..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(LOCAL, LOCAL + ".cli..", LOCAL + ".run..", LOCAL + ".containerapps..", LOCAL + ".replays..",
				LOCAL + ".verify..", LOCAL + ".generator..", "io.commitpipeline.db..");

	@ArchTest
	static final ArchRule standInsDoNotKnowEachOther = slices().matching(LOCAL + ".(eventhubs|datalake|postgres)..")
		.should()
		.notDependOnEachOther();

	@ArchTest
	static final ArchRule appsAreStartedNotCalled = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.commitpipeline.producer..", "io.commitpipeline.processor..",
				"io.commitpipeline.admin..");

	@ArchTest
	static final ArchRule onlyTheCommandLineReadsTheCommandLine = noClasses().that()
		.resideOutsideOfPackage(LOCAL + ".cli..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("picocli..", LOCAL + ".cli..");

	@ArchTest
	static final ArchRule onlyTheSupportOfTestsNeedsTheirLibraries = noClasses().that()
		.resideOutsideOfPackage(LOCAL + ".junit..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.junit..", "org.springframework..", LOCAL + ".junit..");

}
