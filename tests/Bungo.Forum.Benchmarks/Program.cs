Console.WriteLine("Belum ada tolok ukur / no benchmark yet");
return 0;
